import type { PlatformMessage } from "../../platform/index.js";

/** What is to be said of a message, its line apart. */
export type Expected = Omit<PlatformMessage, "line">;

/** What the platform says: a phrase, and the evidence behind it. */
export interface Seen {
  readonly phrase: string;
  readonly tail?: string;
  readonly says: readonly Expected[];
  /** It can be broken in two lines at its first blank. */
  readonly wraps?: true;
}

/** A license file. */
export const LIC: string = "C:/ProgramData/1C/licenses/20130821122954.lic";
const file = { tail: `: file:///${LIC}` };

function plain(code: PlatformMessage["code"], ...phrases: readonly string[]): readonly Seen[] {
  return phrases.map((phrase) => ({ phrase, says: [{ code }], wraps: true }));
}

/** Every message that was seen, row by row. */
export const seenMessages: readonly Seen[] = [
  ...plain(
    "not-found",
    "Не найдена лицензия. Не обнаружен ключ защиты программы или полученная программная лицензия!",
    "License not found. Software protection key or acquired software license not found!",
    "License not found. Application protection key or acquired software license not found",
    "License not found. The program protection key or the obtained software license was not found",
    "Не найдена лицензия",
    "License not found",
  ),
  {
    phrase:
      "На сервере 1С:Предприятия не найдена лицензия. Не обнаружен ключ защиты программы или полученная программная лицензия!",
    says: [{ code: "not-found", searched: "server" }],
    wraps: true,
  },
  ...plain("none-free", "Не обнаружено свободной лицензии!", "There are no free licenses!", "No free license found"),
  ...plain("file-not-found", "Файл программной лицензии не найден"),
  {
    phrase: "Превышено максимальное количество пользователей, разрешенное файлом программной лицензии",
    ...file,
    says: [{ code: "seats-taken", file: LIC }],
  },
  {
    phrase:
      "Файл программной лицензии не предусматривает возможность запуска клиентских приложений 1С:Предприятия или внешних соединений",
    ...file,
    says: [{ code: "wrong-kind", file: LIC }],
  },
  {
    phrase: "Ошибка программного лицензирования. Ошибка привязки программной лицензии к компьютеру",
    tail: ": file:///var/1C/licenses/a.lic",
    says: [{ code: "binding-broken", file: "/var/1C/licenses/a.lic" }],
  },
  ...plain("binding-broken", "Error linking the software license to the computer"),
  {
    phrase: "Неверный формат файла программного лицензирования",
    ...file,
    says: [{ code: "bad-format", file: LIC }],
  },
  ...plain("copied", "используются две копии одного и того же файла программной лицензии"),
  {
    phrase: "локальный ключ недоступен",
    tail: ": Status=-100, ORGL8 Локальный, не установлен",
    says: [{ code: "no-local-dongle", series: "ORGL8", status: { status: -100 } }],
  },
  {
    phrase: "nethasp.ini: отсутствует",
    tail: ", ошибка соединения с менеджером лицензий: Net Status=7, System Error=0, Warning=129, ORG8A Сетевой, не установлен",
    says: [
      { code: "no-ini" },
      { code: "dongle-manager", status: { netStatus: 7, systemError: 0, warning: 129 } },
      { code: "no-network-dongle", series: "ORG8A" },
    ],
  },
  {
    phrase:
      "Операция не может быть выполнена с текущим составом лицензий. Сервер 1С:Предприятия использует лицензию для разработчиков. Запуск клиентского приложения (тонкий клиент) с лицензией ПРОФ или КОРП запрещён",
    says: [{ code: "developer-server" }],
  },
  ...plain(
    "pin-already-activated",
    "Пинкод уже активирован. Повторная активация этого пинкода на другой компьютер запрещена",
    "Пин-код уже активирован",
  ),
  ...plain("pin-not-in-kit", "Пинкод не входит в комплект"),
  ...plain("too-many-active", "Превышено допустимое количество активных лицензий"),
  ...plain("other-request", "Ответ Центра лицензирования не соответствует введённым данным лицензии или владельца"),
  ...plain(
    "pin-incomplete",
    "License activation error. Reason: PIN code input error. The PIN code is incomplete",
    "The PIN code is incomplete",
  ),
  {
    phrase: "Проверка лицензии завершилась с ошибкой",
    tail: ". По причине: сбой диска № 2",
    says: [{ code: "check-failed", reason: "сбой диска № 2" }],
  },
  {
    phrase: "Проверка лицензии завершилась с ошибкой",
    tail: ". По причине: Файл программной лицензии не найден",
    says: [{ code: "check-failed" }, { code: "file-not-found" }],
  },
  ...plain("check-passed", "License check passed for the following license"),
  {
    phrase: "The requested key was not found on the",
    tail: " MSI server. Error code = 10034 (URL = *LOCAL)",
    says: [{ code: "key-not-on-server", status: { errorCode: 10034 } }],
  },
  ...plain(
    "registration-failed",
    "Регистрация конфигурации в центре лицензирования не выполнена",
    "Registration of the configuration in the licensing center failed",
  ),
  ...plain(
    "center-unreachable",
    "Отсутствует соединение с центром лицензирования",
    "there is no connection to the licensing server",
  ),
];
