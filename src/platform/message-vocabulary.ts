import { platformReport, type ReportVocabulary } from "./report-vocabulary.js";

/** What the platform, its dongle manager or a checking tool says. */
export type PlatformMessageCode =
  | "not-found"
  | "none-free"
  | "file-not-found"
  | "seats-taken"
  | "wrong-kind"
  | "binding-broken"
  | "bad-format"
  | "copied"
  | "no-local-dongle"
  | "no-ini"
  | "dongle-manager"
  | "no-network-dongle"
  | "developer-server"
  | "pin-already-activated"
  | "pin-not-in-kit"
  | "too-many-active"
  | "other-request"
  | "pin-incomplete"
  | "check-failed"
  | "check-passed"
  | "key-not-on-server"
  /** Information, not a lost license: it returns every 15 minutes. (DG-07) */
  | "registration-failed"
  | "center-unreachable";

/** Where a license was looked for. */
export type SearchedPlace = "client" | "server" | "licensing-service";

/** A phrase that a message is known by: its words in their order; letter case, blanks and punctuation do not matter. */
export interface MessagePhrase {
  readonly code: PlatformMessageCode;
  readonly text: string;
  /** The phrase itself says where. */
  readonly searched?: SearchedPlace;
  /** Behind a message of the same code it belongs to that; alone it is one. */
  readonly continues?: true;
}

/** The words of messages. Languages stand side by side: add yours to {@link platformMessages}, or give your own. */
export interface MessageVocabulary {
  readonly phrases: readonly MessagePhrase[];
  /** Headings: what follows is said of a search in this place. */
  readonly headings: readonly { readonly searched: SearchedPlace; readonly text: string }[];
  /** Words that introduce a message, or its reason, and say nothing alone. */
  readonly around: readonly string[];
  readonly report: ReportVocabulary;
}

/**
 * What the platform was seen to say, in Russian and English.
 *
 * @rule DG-04
 * @source tests/vectors/platform-messages.md; S3 and S4 (messages in English)
 */
export const platformMessages: MessageVocabulary = {
  phrases: [
    ...said("not-found", "Не найдена лицензия", "License not found", "No license was found to use the program"),
    ...["На сервере 1С:Предприятия не найдена лицензия", "На сервере не найдена лицензия"].map(
      (text) => ({ code: "not-found", searched: "server", text }) as const,
    ),
    ...more(
      "not-found",
      "Не обнаружен ключ защиты программы или полученная программная лицензия",
      "Software protection key or acquired software license not found",
      "Application protection key or acquired software license not found",
      "The application protection key or the acquired software license was not found",
      "The program protection key or the obtained software license was not found",
    ),
    ...said(
      "none-free",
      "Не обнаружено свободной лицензии",
      "There are no free licenses",
      "No free license found",
      "No free license was found",
    ),
    ...said("file-not-found", "Файл программной лицензии не найден"),
    ...said("seats-taken", "Превышено максимальное количество пользователей, разрешенное файлом программной лицензии"),
    ...said(
      "wrong-kind",
      "Файл программной лицензии не предусматривает возможность запуска клиентских приложений 1С:Предприятия или внешних соединений",
    ),
    ...said(
      "binding-broken",
      "Ошибка привязки программной лицензии к компьютеру",
      "Error linking the software license to the computer",
    ),
    ...said("bad-format", "Неверный формат файла программного лицензирования"),
    ...said("copied", "Используются две копии одного и того же файла программной лицензии"),
    ...said("no-local-dongle", "Локальный ключ недоступен"),
    ...more("no-local-dongle", "Локальный, не установлен"),
    ...said("no-ini", "nethasp.ini: отсутствует"),
    ...said("dongle-manager", "Ошибка соединения с менеджером лицензий"),
    ...said("no-network-dongle", "Сетевой, не установлен"),
    ...said("developer-server", "Сервер 1С:Предприятия использует лицензию для разработчиков"),
    ...more("developer-server", "С лицензией ПРОФ или КОРП запрещён"),
    ...said("pin-already-activated", "Пинкод уже активирован"),
    ...more("pin-already-activated", "Повторная активация этого пинкода на другой компьютер запрещена"),
    ...said("pin-not-in-kit", "Пинкод не входит в комплект"),
    ...said("too-many-active", "Превышено допустимое количество активных лицензий"),
    ...said("other-request", "Ответ Центра лицензирования не соответствует введенным данным лицензии или владельца"),
    ...said(
      "pin-incomplete",
      "License activation error. Reason: PIN code input error. The PIN code is incomplete",
      "The PIN code is incomplete",
    ),
    ...said("check-failed", "Проверка лицензии завершилась с ошибкой"),
    ...said("check-passed", "License check passed for the following license"),
    ...said("key-not-on-server", "The requested key was not found on the"),
    ...said(
      "registration-failed",
      "Регистрация конфигурации в центре лицензирования не выполнена",
      "Registration of the configuration in the licensing center failed",
    ),
    ...said(
      "center-unreachable",
      "Отсутствует соединение с центром лицензирования",
      "There is no connection to the licensing server",
      "There is no connection to the licensing service",
    ),
  ],
  headings: [
    { searched: "client", text: "Поиск лицензии на клиенте" },
    { searched: "server", text: "Поиск лицензии на сервере" },
    { searched: "licensing-service", text: "Поиск лицензии в сервисе лицензирования" },
  ],
  around: [
    "По причине",
    "Ошибка программного лицензирования",
    "Software licensing error",
    "Операция не может быть выполнена с текущим составом лицензий",
  ],
  report: platformReport,
};

function said(code: PlatformMessageCode, ...texts: readonly string[]): readonly MessagePhrase[] {
  return texts.map((text) => ({ code, text }));
}

function more(code: PlatformMessageCode, ...texts: readonly string[]): readonly MessagePhrase[] {
  return texts.map((text) => ({ code, text, continues: true }));
}
