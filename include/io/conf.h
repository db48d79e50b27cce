/* Reads libconfig files safely, whoever wrote them.  io; over libconfig, which only this file uses.
 * Only regular files are read, @include is refused, and what passes conf_scan (core) is all that
 * libconfig sees. */
#ifndef SMQ_IO_CONF_H
#define SMQ_IO_CONF_H

#include "core/err.h"
#include "core/fault.h"

struct conf;      /* one file that was read */
struct conf_node; /* a setting in it: a group, a list or a value; lives as long as the conf */

enum conf_type {
    CONF_GROUP, /* { named members } */
    CONF_LIST,  /* ( anything ) */
    CONF_ARRAY, /* [ values of one type ] */
    CONF_STRING,
    CONF_INT,
    CONF_BOOL,
    CONF_FLOAT
};

/* Reads the file at `path`.  STATUS_OK: *out is the file, freed with conf_free.  STATUS_NO_INPUT:
 * it cannot be opened, or is no regular file.  STATUS_DATA: its content is off.  Otherwise *out is
 * NULL and `faults` says why, under the name `path`. */
enum status conf_read(const char *path, struct conf **out, struct faults *faults) NODISCARD;
/* The same for `len` bytes from memory, which complaints call `name`. */
enum status conf_parse(const char *name, const char *bytes, size_t len, struct conf **out,
                       struct faults *faults) NODISCARD;
/* NULL is fine. */
void conf_free(struct conf *conf);

/* The top group. */
const struct conf_node *conf_root(const struct conf *conf);
enum conf_type conf_type(const struct conf_node *node);
/* The setting's name; "" for what stands in a list or an array. */
const char *conf_name(const struct conf_node *node);
/* The line of the setting's name, or of the value itself in a list. */
int conf_line(const struct conf_node *node);
/* How many members or elements a group, list or array has; 0 for a value. */
int conf_count(const struct conf_node *node);
/* Member or element `index`, 0 <= index < conf_count. */
const struct conf_node *conf_at(const struct conf_node *node, int index);
/* The member of this name, or NULL when there is none or the node is no group. */
const struct conf_node *conf_member(const struct conf_node *node, const char *name);
/* The text of a CONF_STRING, as written: not checked for characters written as escapes; NULL for
 * anything else. */
const char *conf_string(const struct conf_node *node);
/* False, *out untouched, when the node is not a whole number. */
bool conf_int(const struct conf_node *node, int *out) NODISCARD;
/* False, *out untouched, when the node is not true or false. */
bool conf_bool(const struct conf_node *node, bool *out) NODISCARD;

#endif
