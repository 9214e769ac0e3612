/* Alternatives told apart before they are compiled. Inside src/rules only. */
#ifndef RASOAT_RULES_ALTERNATIVES_H
#define RASOAT_RULES_ALTERNATIVES_H

#include <glib.h>

/* Where it makes no difference which alternative matches, each may be a phrase of its own, which is passed
 * over where a sentence does not have what it needs. The alternatives of a phrase that is nothing but
 * "{…|…}", as phrases; those that are words alone, and stand beside one another, are one. Any other phrase
 * is the only one of its list, as it stands; so is one with a bracket or a stroke too many, for whoever
 * compiles it to name. Of char *, owned by the caller. */
GPtrArray *alternatives_of(const char *phrase);

#endif
