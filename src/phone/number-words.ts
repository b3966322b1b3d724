/** The languages of dictation. */
export type PhoneLanguage = "en" | "ru";

interface Numerals {
  /** 0 to 19. */
  readonly ones: readonly string[];
  /** 20, 30 … 90. */
  readonly tens: readonly string[];
  /** 100, 200 … 900. */
  readonly hundreds: readonly string[];
  /** What stands between tens and ones. */
  readonly hyphen: string;
}

const englishOnes =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );

const numerals: { readonly [L in PhoneLanguage]: Numerals } = {
  en: {
    ones: englishOnes,
    tens: "twenty thirty forty fifty sixty seventy eighty ninety".split(" "),
    hundreds: englishOnes.slice(1, 10).map((one) => `${one} hundred`),
    hyphen: "-",
  },
  ru: {
    ones: "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать".split(
      " ",
    ),
    tens: "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split(" "),
    hundreds: "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split(" "),
    hyphen: " ",
  },
};

/** A number from 0 to 999 in words. */
export function numberWords(value: number, language: PhoneLanguage): string {
  const { ones, tens, hundreds, hyphen } = numerals[language];
  const rest = value % 100;
  const hundred = hundreds[Math.floor(value / 100) - 1];
  if (rest === 0 && hundred !== undefined) return hundred;
  const ten = rest < 20 ? undefined : tens[Math.floor(rest / 10) - 2];
  const one = rest < 20 ? ones[rest] : rest % 10 === 0 ? undefined : ones[rest % 10];
  const below = [ten, one].filter((word) => word !== undefined).join(hyphen);
  return [hundred, below].filter((word) => word !== undefined).join(" ");
}
