/*
 * The tables of schema.h as JSON Schema 2020-12, for editors and other programs.
 *
 * Says all that a schema can say of one value by itself.  Left to the reader:
 * depth of nesting, days that no calendar has, sums, ids, and numbers like
 * 3.000, which a schema takes for a whole one.
 */
#include "model/report.h"
#include "model/schema.h"
#include "json/json.h"

/* What is not blank, see bc_str_blank; a key of a map, see bc_key_is_free. */
#define FILLED "[^ \\t\\r\\n]"
#define FREE   "^(?!x_)[a-z][a-z0-9_]*$"
#define MONTH  "^[0-9]{4}-(0[1-9]|1[0-2])"
#define DAY    "-(0[1-9]|[12][0-9]|3[01])"

struct printer {
	struct bc_buf *out; /* borrowed */
	unsigned depth;     /* objects and arrays that are open */
	bool fresh;         /* nothing was printed in the innermost one */
};

/* Begin a new line for a member or an element. */
static void line(struct printer *p)
{
	if (!p->fresh)
		bc_buf_putc(p->out, ',');
	p->fresh = false;
	bc_buf_putc(p->out, '\n');
	for (unsigned i = 0; i < p->depth; i++)
		bc_buf_puts(p->out, "  ");
}

static void string(struct printer *p, const char *z)
{
	bc_buf_putc(p->out, '"');
	bc_buf_json(p->out, bc_str_of(z));
	bc_buf_putc(p->out, '"');
}

static void key(struct printer *p, const char *z)
{
	line(p);
	string(p, z);
	bc_buf_puts(p->out, ": ");
}

static void open(struct printer *p, char bracket)
{
	bc_buf_putc(p->out, bracket);
	p->depth++;
	p->fresh = true;
}

static void close(struct printer *p, char bracket)
{
	p->depth--;
	if (!p->fresh) {
		p->fresh = true;
		line(p);
	}
	bc_buf_putc(p->out, bracket);
	p->fresh = false;
}

static void member(struct printer *p, const char *name, const char *value)
{
	key(p, name);
	string(p, value);
}

static void member_int(struct printer *p, const char *name, int64_t value)
{
	key(p, name);
	bc_buf_int(p->out, value);
}

static void member_bool(struct printer *p, const char *name, bool value)
{
	key(p, name);
	bc_buf_puts(p->out, value ? "true" : "false");
}

static void open_member(struct printer *p, const char *name, char bracket)
{
	key(p, name);
	open(p, bracket);
}

static void element(struct printer *p, const char *value)
{
	line(p);
	string(p, value);
}

/* "type" with two names, of which the second may be NULL. */
static void types(struct printer *p, const char *first, const char *second)
{
	if (!second) {
		member(p, "type", first);
		return;
	}
	open_member(p, "type", '[');
	element(p, first);
	element(p, second);
	close(p, ']');
}

static void reference(struct printer *p, const struct bc_shape *shape)
{
	key(p, "$ref");
	bc_buf_puts(p->out, "\"#/$defs/");
	bc_buf_puts(p->out, shape->name);
	bc_buf_putc(p->out, '"');
}

static void filled(struct printer *p, const struct bc_field *field)
{
	if (field->flags & (BC_F_REQUIRED | BC_F_FILLED))
		member(p, "pattern", FILLED);
}

static void limits(struct printer *p, const struct bc_field *field)
{
	member_int(p, "minimum", field->min);
	member_int(p, "maximum", field->max);
}

static void lengths(struct printer *p, const struct bc_field *field)
{
	if (field->min)
		member_int(p, "minItems", field->min);
	if (field->max)
		member_int(p, "maxItems", field->max);
}

static void names(struct printer *p, const struct bc_names *all)
{
	open_member(p, "enum", '[');
	for (size_t i = 0; i < all->n; i++)
		element(p, all->at[i]);
	close(p, ']');
}

/* The item of a list of strings, or what a list of paragraphs must hold. */
static void string_item(struct printer *p, const char *name, bool must_be_filled)
{
	open_member(p, name, '{');
	member(p, "type", "string");
	if (must_be_filled)
		member(p, "pattern", FILLED);
	close(p, '}');
}

static void text(struct printer *p, const struct bc_field *field)
{
	types(p, "string", "array");
	filled(p, field);
	string_item(p, "items", false);
	if (field->flags & (BC_F_REQUIRED | BC_F_FILLED))
		string_item(p, "contains", true);
}

static void range(struct printer *p)
{
	member(p, "type", "array");
	open_member(p, "items", '{');
	member(p, "type", "number");
	close(p, '}');
	member_int(p, "minItems", 2);
	member_int(p, "maxItems", 2);
}

static void objects(struct printer *p, const struct bc_field *field)
{
	member(p, "type", "array");
	open_member(p, "items", '{');
	reference(p, field->of);
	if (field->needs) {
		open_member(p, "required", '[');
		element(p, field->needs);
		close(p, ']');
	}
	close(p, '}');
	lengths(p, field);
}

static void enums(struct printer *p, const struct bc_field *field)
{
	member(p, "type", "array");
	open_member(p, "items", '{');
	names(p, field->names);
	close(p, '}');
	lengths(p, field);
}

static void table(struct printer *p, const struct bc_field *field)
{
	open_member(p, "anyOf", '[');
	line(p);
	open(p, '{');
	member(p, "type", "string");
	filled(p, field);
	close(p, '}');
	line(p);
	open(p, '{');
	reference(p, field->of);
	close(p, '}');
	close(p, ']');
}

static void date(struct printer *p, const struct bc_field *field)
{
	member(p, "type", "string");
	member(p, "pattern",
	       field->flags & BC_F_DAY_OPTIONAL ? MONTH "(" DAY ")?$" : MONTH DAY "$");
}

static void value(struct printer *p)
{
	open_member(p, "type", '[');
	element(p, "string");
	element(p, "number");
	element(p, "null");
	close(p, ']');
}

static void strings(struct printer *p, const struct bc_field *field)
{
	member(p, "type", "array");
	string_item(p, "items", true);
	lengths(p, field);
}

static void about(struct printer *p, const char *title, const char *description)
{
	member(p, "title", title);
	if (description)
		member(p, "description", description);
}

static void rules(struct printer *p, const struct bc_field *field);

static void map(struct printer *p, const struct bc_field *field)
{
	member(p, "type", "object");
	open_member(p, "properties", '{');
	member_bool(p, "$comment", true);
	close(p, '}');
	open_member(p, "patternProperties", '{');
	member_bool(p, "^x_", true);
	open_member(p, FREE, '{');
	about(p, field->entry->title, field->entry->about);
	rules(p, field->entry);
	close(p, '}');
	close(p, '}');
	member_bool(p, "additionalProperties", false);
}

/* long: flat dispatch, one case for each type */
static void rules(struct printer *p, const struct bc_field *field)
{
	switch (field->type) {
	case BC_T_STRING:
		member(p, "type", "string");
		filled(p, field);
		break;
	case BC_T_LABEL:
		types(p, "string", "integer");
		limits(p, field);
		break;
	case BC_T_TEXT:
		text(p, field);
		break;
	case BC_T_STRINGS:
		strings(p, field);
		break;
	case BC_T_BOOL:
		member(p, "type", "boolean");
		break;
	case BC_T_TRUE:
		member_bool(p, "const", true);
		break;
	case BC_T_FORMAT:
		member_int(p, "const", BC_FORMAT);
		break;
	case BC_T_INTEGER:
	case BC_T_WHOLE:
		member(p, "type", "integer");
		limits(p, field);
		break;
	case BC_T_NUMBER:
		member(p, "type", "number");
		break;
	case BC_T_RANGE:
		range(p);
		break;
	case BC_T_VALUE:
		value(p);
		break;
	case BC_T_ENUM:
		names(p, field->names);
		break;
	case BC_T_ENUMS:
		enums(p, field);
		break;
	case BC_T_DATE:
		date(p, field);
		break;
	case BC_T_OBJECT:
		reference(p, field->of);
		break;
	case BC_T_OBJECTS:
		objects(p, field);
		break;
	case BC_T_MAP:
		map(p, field);
		break;
	case BC_T_TABLE:
		table(p, field);
		break;
	case BC_T_IGNORED:
	case BC_TYPES:
		member(p, "type", "string");
		break;
	}
}

static void properties(struct printer *p, const struct bc_shape *shape)
{
	open_member(p, "properties", '{');
	for (size_t i = 0; i < shape->n; i++) {
		open_member(p, shape->fields[i].key, '{');
		about(p, shape->fields[i].title, shape->fields[i].about);
		rules(p, &shape->fields[i]);
		close(p, '}');
	}
	member_bool(p, "$comment", true);
	close(p, '}');
	open_member(p, "patternProperties", '{');
	member_bool(p, "^x_", true);
	close(p, '}');
	member_bool(p, "additionalProperties", false);
}

static size_t count(const struct bc_shape *shape, unsigned flag)
{
	size_t n = 0;
	for (size_t i = 0; i < shape->n; i++)
		n += (shape->fields[i].flags & flag) != 0;
	return n;
}

static void required(struct printer *p, const struct bc_shape *shape)
{
	if (!count(shape, BC_F_REQUIRED))
		return;
	open_member(p, "required", '[');
	for (size_t i = 0; i < shape->n; i++) {
		if (shape->fields[i].flags & BC_F_REQUIRED)
			element(p, shape->fields[i].key);
	}
	close(p, ']');
}

/* An element {"required": [name]}. */
static void requires(struct printer *p, struct bc_str name)
{
	line(p);
	open(p, '{');
	open_member(p, "required", '[');
	line(p);
	bc_buf_putc(p->out, '"');
	bc_buf_json(p->out, name);
	bc_buf_putc(p->out, '"');
	close(p, ']');
	close(p, '}');
}

/* One of the fields with `flag`, as `name` counts. */
static void alternatives(struct printer *p, const struct bc_shape *shape, const char *name,
			 unsigned flag)
{
	open_member(p, name, '[');
	for (size_t i = 0; i < shape->n; i++) {
		if (shape->fields[i].flags & flag)
		requires(p, bc_str_of(shape->fields[i].key));
	}
	close(p, ']');
}

/* "required" holds for whatever is no object: the choice must be asked of objects only. */
static void choice(struct printer *p, const struct bc_shape *shape)
{
	if (count(shape, BC_F_SOME))
		alternatives(p, shape, "anyOf", BC_F_SOME);
	if (!count(shape, BC_F_ONE))
		return;
	if (!shape->brief) {
		alternatives(p, shape, "oneOf", BC_F_ONE);
		return;
	}
	open_member(p, "if", '{');
	member(p, "type", "object");
	close(p, '}');
	open_member(p, "then", '{');
	alternatives(p, shape, "oneOf", BC_F_ONE);
	close(p, '}');
}

/* One of the keys, apart by spaces, that a field goes along with. */
static void companion(struct printer *p, const char *keys)
{
	open_member(p, "anyOf", '[');
	while (*keys) {
		size_t n = strcspn(keys, " ");
		requires(p, (struct bc_str){keys, n});
		keys += n + (keys[n] == ' ');
	}
	close(p, ']');
}

static void companions(struct printer *p, const struct bc_shape *shape)
{
	bool any = false;
	for (size_t i = 0; i < shape->n; i++) {
		if (!shape->fields[i].with)
			continue;
		if (!any)
			open_member(p, "dependentSchemas", '{');
		any = true;
		open_member(p, shape->fields[i].key, '{');
		companion(p, shape->fields[i].with);
		close(p, '}');
	}
	if (any)
		close(p, '}');
}

/* What the shape may be besides an object; the rules below apply to each kind by itself. */
static void kinds(struct printer *p, const struct bc_shape *shape)
{
	static const struct {
		enum bc_json_kind kind;
		const char *name;
	} all[] = {
		{BC_JSON_STRING, "string"},
		{BC_JSON_NUMBER, "number"},
		{BC_JSON_NULL, "null"},
		{BC_JSON_ARRAY, "array"},
	};
	open_member(p, "type", '[');
	element(p, "object");
	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
		if (shape->brief_kinds & 1U << all[i].kind)
			element(p, all[i].name);
	}
	close(p, ']');
	if (shape->brief_kinds & 1U << BC_JSON_ARRAY) {
		open_member(p, "items", '{');
		reference(p, shape->brief->of);
		close(p, '}');
	} else if (shape->brief->type == BC_T_TEXT) {
		filled(p, shape->brief);
	}
}

/* Whether the shape is an object of the report itself, which a base file may complete. */
static bool is_merged(const struct bc_shape *shape)
{
	const struct bc_shape *root = bc_shapes[0];
	for (size_t i = 0; i < root->n; i++) {
		if (root->fields[i].type == BC_T_OBJECT && root->fields[i].of == shape)
			return true;
	}
	return false;
}

/* What the report must have by itself when it names no base file. */
static void required_alone(struct printer *p)
{
	const struct bc_shape *root = bc_shapes[0];
	open_member(p, "if", '{');
	open_member(p, "required", '[');
	element(p, "base");
	close(p, ']');
	close(p, '}');
	open_member(p, "else", '{');
	required(p, root);
	open_member(p, "properties", '{');
	for (size_t i = 0; i < root->n; i++) {
		if (root->fields[i].type != BC_T_OBJECT ||
		    !count(root->fields[i].of, BC_F_REQUIRED))
			continue;
		open_member(p, root->fields[i].key, '{');
		required(p, root->fields[i].of);
		close(p, '}');
	}
	close(p, '}');
	close(p, '}');
}

static void shape_rules(struct printer *p, const struct bc_shape *shape)
{
	about(p, shape->title, shape->about);
	if (shape->brief)
		kinds(p, shape);
	else
		member(p, "type", "object");
	properties(p, shape);
	if (shape == bc_shapes[0])
		required_alone(p);
	else if (!is_merged(shape))
		required(p, shape);
	choice(p, shape);
	companions(p, shape);
}

void bc_schema_print(struct bc_buf *out)
{
	struct printer p = {.out = out};
	open(&p, '{');
	member(&p, "$schema", "https://json-schema.org/draft/2020-12/schema");
	member(&p, "$id", "urn:baocao:schema:report:1");
	shape_rules(&p, bc_shapes[0]);
	open_member(&p, "$defs", '{');
	for (size_t i = 1; i < BC_SHAPES; i++) {
		open_member(&p, bc_shapes[i]->name, '{');
		shape_rules(&p, bc_shapes[i]);
		close(&p, '}');
	}
	close(&p, '}');
	close(&p, '}');
	bc_buf_putc(out, '\n');
}
