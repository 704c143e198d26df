"""Letters that are written together with a word and tell what it is, folded; none of them is a word by itself."""

AND, SO, BY, FOR, LIKE, WILL = "و", "ف", "ب", "ل", "ك", "س"  # and, so, by, for, like, will
ARTICLE, TO_THE = "ال", "لل"  # the, to the
ARTICLES = ("ال", "لل", "وال", "بال", "فال", "كال", "ولل")  # the article behind and, to, by, so, like
CONJUNCTIONS = (AND, SO)
PREFIXES = (AND, FOR, BY)
HIM = "ه"  # him, it; in folded words the feminine ending as well
FEMININE = "ة"  # the feminine ending as it is written
FEMININES = ("ة", "ات")
ADVERB = "ا"  # the accusative of a participle used as an adverb (مضيفا, adding)
ADVERBS = ("ا", "ه", "ين")  # the same in masculine, feminine and plural
TANWIN = ("اً", "ًا")
POSSESSED = ("ته", "تها", "تهم")  # a noun with his, her, their
PLURALS = ("ون", "ين")  # of people
ACCUSATIVE_PLURAL = "ين"
PEOPLE = ("ون", "ين", "يو")  # with the beginning of a construct (مسؤولو)
RELATION_FEMININE = "يه"  # of adjectives made from nouns
RELATIONS = ("يه", "ي")
ALL_RELATIONS = ("يه", "ي", "يين", "يون")
FEMININE_NOUNS = ("ه", "ات")
CASES = "\u064b\u064c\u064d\u064e\u064f\u0650"  # case endings: an, un, in, a, u, i
STEM_ENDINGS = "ياه"  # of adjectives, names of states and feminines: سوري، سوريا، سورية have one stem
PRONOUNS = {"ه": "ms", "ها": "fs", "هم": "mp", "هما": "md"}  # him, her, them, the two of them
COMMA = "،"
