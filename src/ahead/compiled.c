/* The compiled rules as a part of the program: the file that compile.c wrote, which the build names; of
 * compile.c itself, nothing. */
#ifdef RASOAT_RULES_IMAGE
#define RULES ".incbin \"" RASOAT_RULES_IMAGE "\"\n"
#else
#define RULES ""
#endif

__asm__(".pushsection .rodata\n"
        ".globl compiled_rules, compiled_rules_size\n"
        ".hidden compiled_rules, compiled_rules_size\n"
        ".balign 16\n"
        "compiled_rules:\n" RULES "0:\n"
        ".balign 4\n"
        "compiled_rules_size: .long 0b - compiled_rules\n"
        ".popsection");
