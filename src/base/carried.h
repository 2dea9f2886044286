/*
 * What the PDF carries besides what an office attaches: names inside the PDF.
 */
#ifndef BC_BASE_CARRIED_H
#define BC_BASE_CARRIED_H

#include "base/str.h"

#define BC_CARRIED_REPORT   BC_STR("baocao.json")          /* the data of the report */
#define BC_CARRIED_BASE     BC_STR("baocao-base.json")     /* its base, as it was given */
#define BC_CARRIED_MANIFEST BC_STR("baocao-manifest.json") /* what the PDF was made with */

#endif
