/**
 * Lower-case letters that look alike in Latin, Cyrillic, Greek or Armenian, small or capital: each group is a Latin
 * letter and its doubles. After the confusables of Unicode Technical Standard 39, where typing mixes alphabets up; not
 * its digits and signs.
 */
const groups = [
  "aаα",
  "bвβ",
  "cсϲ",
  "dԁ",
  "eеε",
  "gց",
  "hнηһհ",
  "iіι",
  "jјϳ",
  "kкκ",
  "lӏ",
  "mмμ",
  "nνո",
  "oоοօ",
  "pрρ",
  "qԛզ",
  "sѕ",
  "tтτ",
  "uս",
  "wԝ",
  "xхχ",
  "yуγυү",
  "zζ",
];

/** Which Latin letter a letter looks like. */
export const lookAlikes: ReadonlyMap<string, string> = new Map(
  groups.flatMap((group) => {
    const [latin = "", ...doubles] = Array.from(group);
    return doubles.map((double) => [double, latin] as const);
  }),
);
