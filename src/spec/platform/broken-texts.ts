import type { RecognizedText } from "../../platform/index.js";

const KEY = "Не обнаружен ключ защиты программы или полученная программная лицензия";

/** Texts that were cut, or broken where evidence begins. */
export const brokenTexts: readonly (readonly [string, RecognizedText])[] = [
  [
    "Обнаружена ошибка\nНе обнаружен ключ защиты программы или полученная программная лицензия!",
    { messages: [{ code: "not-found", line: 2 }], unknown: [{ line: 1, text: "Обнаружена ошибка" }] },
  ],
  [
    "Проверка лицензии завершилась с ошибкой.\nПо причине: сбой диска.\nЗвоните",
    {
      messages: [{ code: "check-failed", line: 1, reason: "сбой диска" }],
      unknown: [{ line: 3, text: "Звоните" }],
    },
  ],
  [
    "1C:Enterprise 8. Catering\nThe requested key was not found on the MSI server\nError code = 10034 (URL = *LOCAL)",
    {
      messages: [{ code: "key-not-on-server", line: 2, status: { errorCode: 10034 } }],
      unknown: [{ line: 1, text: "1C:Enterprise 8. Catering" }],
    },
  ],
  [
    "Неверный формат файла программного лицензирования:\nfile://C:/1C/a.lic\nfile://C:/1C/b",
    { messages: [{ code: "bad-format", line: 1, file: "C:/1C/a.lic" }], unknown: [] },
  ],
  // Words that introduce something introduce nothing, where nothing follows.
  [
    "Поиск лицензии на сервере:\nпо причине:",
    {
      messages: [],
      unknown: [
        { line: 1, text: "Поиск лицензии на сервере:" },
        { line: 2, text: "по причине:" },
      ],
    },
  ],
  // A sentence belongs to the message before it only where it goes with that.
  ...[
    ["Не обнаружено свободной лицензии. ", "none-free", 1] as const,
    ["Не найдена лицензия\nа\n", "not-found", 3] as const,
  ].map(([before, code, line]): readonly [string, RecognizedText] => [
    before + KEY,
    {
      messages: [
        { code, line: 1 },
        { code: "not-found", line },
      ],
      unknown: line === 3 ? [{ line: 2, text: "а" }] : [],
    },
  ]),
  [
    `Не найдена лицензия. Поиск лицензии на сервере: ${KEY}`,
    {
      messages: [
        { code: "not-found", line: 1 },
        { code: "not-found", line: 1, searched: "server" },
      ],
      unknown: [],
    },
  ],
  // Letters that are written in two characters.
  [
    "Превышено максимальное количество пользователеи\u0306, разрешенное фаи\u0306лом программнои\u0306 лицензии",
    { messages: [{ code: "seats-taken", line: 1 }], unknown: [] },
  ],
  [
    "Проверка лицензии завершилась с ошибкой. По причине: сбой. Ошибка программного лицензирования. Файл программной лицензии не найден ORGL8",
    {
      messages: [
        { code: "check-failed", line: 1, reason: "сбой" },
        { code: "file-not-found", line: 1 },
      ],
      unknown: [],
    },
  ],
  [
    "Локальный ключ недоступен: Status=1, Status=2",
    { messages: [{ code: "no-local-dongle", line: 1, status: { status: 1 } }], unknown: [] },
  ],
  // Lists are of a binding failure that they follow, and of one license.
  [
    "Файл программной лицензии не найден\nПосле получения лицензии удалены:\nSys name_0: A",
    {
      messages: [{ code: "file-not-found", line: 1 }],
      unknown: [
        { line: 2, text: "После получения лицензии удалены:" },
        { line: 3, text: "Sys name_0: A" },
      ],
    },
  ],
  [
    "Ошибка привязки программной лицензии к компьютеру\nПоиск лицензии на клиенте\nПосле получения лицензии удалены:\nSys name_0: A",
    {
      messages: [{ code: "binding-broken", line: 1 }],
      unknown: [
        { line: 2, text: "Поиск лицензии на клиенте" },
        { line: 3, text: "После получения лицензии удалены:" },
        { line: 4, text: "Sys name_0: A" },
      ],
    },
  ],
  [
    "Ошибка привязки программной лицензии к компьютеру\nне по причине: ясно\nПосле получения лицензии удалены:\nSys name_0: A",
    {
      messages: [
        {
          code: "binding-broken",
          line: 1,
          report: { removed: [{ kind: "name", index: 0, fields: { model: "A" }, line: 4 }], present: [] },
        },
      ],
      unknown: [{ line: 2, text: "не по причине: ясно" }],
    },
  ],
  [
    "Ошибка привязки программной лицензии к компьютеру\nПосле получения лицензии удалены:\nSys name_0: A\nне по причине: ясно\nПосле получения лицензии удалены:\nSys name_0: B",
    {
      messages: [
        {
          code: "binding-broken",
          line: 1,
          report: { removed: [{ kind: "name", index: 0, fields: { model: "A" }, line: 3 }], present: [] },
        },
      ],
      unknown: [
        { line: 4, text: "не по причине: ясно" },
        { line: 5, text: "После получения лицензии удалены:" },
        { line: 6, text: "Sys name_0: B" },
      ],
    },
  ],
];
