/*
 * Preloaded: libharu refuses every page, as it does only when it is called wrongly.
 */
#include <hpdf.h>

#include <hpdf_pages.h>

HPDF_STATUS HPDF_Pages_AddKids(HPDF_Pages parent, HPDF_Dict kid)
{
	(void)kid;
	return HPDF_SetError(parent->error, HPDF_PAGE_CANNOT_SET_PARENT, 0);
}
