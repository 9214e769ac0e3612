/* A sealed phrase book as bytes. What only serves to add phrases is left out; raw expressions are compiled
 * anew, as PCRE2's code for the processor cannot be kept. */
#include "rules/phrasebook_private.h"

static void key_table_image(Image *image, KeyTable *table)
{
    image_value(image, table->mask);
    image_value(image, table->count);
    image_memory(image, (gpointer *)&table->keys, table->mask + 1, sizeof *table->keys);
    image_memory(image, (gpointer *)&table->numbers, table->mask + 1, sizeof *table->numbers);
}

static gpointer phrase_new(void)
{
    return g_new0(Phrase, 1);
}

static void phrase_image(Image *image, gpointer record)
{
    Phrase *phrase = record;

    image_text(image, &phrase->text);
    image_value(image, phrase->code);
    image_value(image, phrase->code_end);
    image_value(image, phrase->needs);
    image_value(image, phrase->needs_end);
    image_value(image, phrase->unit);
    image_value(image, phrase->purpose);
    image_value(image, phrase->probes);
    image_value(image, phrase->probes_end);
    image_value(image, phrase->first_number);
    image_value(image, phrase->last_number);
    if (image_count(image, phrase->forbidden != NULL) && !phrase->forbidden)
        phrase->forbidden = g_ptr_array_new_with_free_func((GDestroyNotify)phrase_free);
    if (phrase->forbidden)
        image_records(image, phrase->forbidden, phrase_new, phrase_image);
}

/* Phrases by their numbers follow from the numbers of each. */
static void number_phrases(PhraseBook *book)
{
    g_array_set_size(book->numbers, book->next_number->len);
    for (guint i = 0; i < book->phrases->len; i++) {
        Phrase *phrase = book->phrases->pdata[i];
        guint number = phrase->first_number;
        do {
            g_array_index(book->numbers, Phrase *, number) = phrase;
            number = g_array_index(book->next_number, guint, number);
        } while (number != 0);
    }
}

/* Those phrases of a class that are no literals, by their places among all. */
static void others_image(Image *image, WordClass *class)
{
    const guint count = image_count(image, class->others->len);

    for (guint i = 0; i < count; i++) {
        guint place = 0;
        if (image->out)
            g_ptr_array_find(class->phrases, class->others->pdata[i], &place);
        place = image_count(image, place);
        if (!image->out)
            g_ptr_array_add(class->others, class->phrases->pdata[place]);
    }
}

static void class_image(Image *image, gpointer record)
{
    WordClass *class = record;

    image_string(image, &class->name); /* where it stands matters only until it is sealed */
    image_records(image, class->phrases, phrase_new, phrase_image);
    others_image(image, class);
    image_value(image, class->used);
    image_value(image, class->state);
    image_value(image, class->group);
    image_value(image, class->need);
}

static void raws_image(Image *image, GPtrArray *raws)
{
    const guint count = image_count(image, raws->len);

    for (guint i = 0; i < count; i++) {
        const char *expression = image->out ? ((const Raw *)raws->pdata[i])->expression : NULL;
        image_text(image, &expression);
        if (!image->out)
            g_ptr_array_add(raws, raw_compile(expression, "compiled rules", NULL));
    }
}

static void rows_image(Image *image, const PhraseBook *book, ScanRows *rows)
{
    const guint literals = book->literals->len;

    image_value(image, rows->purposes);
    if (rows->purposes == 0)
        return;
    image_memory(image, (gpointer *)&rows->rows, literals + 1, sizeof *rows->rows);
    image_memory(image, (gpointer *)&rows->cells, rows->rows[literals].anchored, sizeof *rows->cells);
    image_memory(image, (gpointer *)&rows->begin_words, BIT_WORDS(book->bare_keys->len),
                 sizeof *rows->begin_words);
}

void phrasebook_image(Image *image, PhraseBook *book)
{
    GArray *arrays[] = {book->bare_keys, book->counts,        book->literals,   book->literal_words,
                        book->groups,    book->group_members, book->group_bits, book->next_number,
                        book->programs,  book->needs,         book->probes};

    g_return_if_fail(book->sealed == (image->out != NULL));
    key_table_image(image, &book->words);
    key_table_image(image, &book->bare_words);
    for (guint i = 0; i < G_N_ELEMENTS(arrays); i++)
        image_array(image, arrays[i]);
    for (guint view = 0; view < VIEWS; view++)
        trie_image(image, &book->tries[view]);
    image_value(image, book->slots);
    image_records(image, book->phrases, phrase_new, phrase_image);
    image_records(image, book->classes, word_class_new, class_image);
    raws_image(image, book->raws);
    for (guint i = 0; i < PURPOSES; i++)
        rows_image(image, book, &book->rows[i]);
    if (image->out)
        return;
    number_phrases(book);
    book->sealed = book->of_image = TRUE;
}
