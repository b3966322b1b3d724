import type { Words, WordsFor } from "../words.js";

/** Why no license is found, or obtained. */
export const causes: WordsFor<"diagnosis"> = {
  "diagnosis/no-license": "На этом компьютере нет лицензии.",
  "diagnosis/file-missing": "Файл лицензии пропал.",
  "diagnosis/file-elsewhere": "Файл лицензии лежит там, куда программа не смотрит.",
  "diagnosis/other-version-directory": "Файл лицензии лежит в каталоге другой версии.",
  "diagnosis/copied-file": "Файл лицензии скопирован: пока их два, не действует ни один.",
  "diagnosis/damaged-file": "Файл лицензии повреждён или он не от этого поставщика.",
  "diagnosis/file-unreadable": "У этого пользователя нет права читать файл лицензии.",
  "diagnosis/wrong-kind": "Лицензия такого вида, что для этого запуска не подходит.",
  "diagnosis/parameters-changed": "Компьютер не такой, каким был при получении лицензии[: {findings}].",
  "diagnosis/parameters-unread":
    "Часть параметров прочитать не удалось: для этого ли компьютера лицензия, сказать нельзя.",
  "diagnosis/weak-binding": "В лицензии слишком мало сказано о компьютере.",
  "diagnosis/clock-wrong": "Часы этого компьютера идут неправильно.",
  "diagnosis/license-expired": "Срок лицензии истёк.",
  "diagnosis/other-vendor": "Лицензия от другого поставщика или на другой продукт.",
  "diagnosis/dongle-absent": "Ключ защиты не подключён.",
  "diagnosis/dongles-of-one-series": "Из нескольких ключей одной серии на одном компьютере действует только один.",
  "diagnosis/dongle-and-software": "Ключи защиты и программные лицензии используются вместе и мешают друг другу.",
  "diagnosis/hardware-licenses-off": "Использование ключей защиты выключено.",
  "diagnosis/dongle-manager-unreachable": "Менеджер сетевого ключа не отвечает.",
  "diagnosis/nethasp-ini": "Файла nethasp.ini нет или в нём ошибки.",
  "diagnosis/seats-taken": "Все лицензии заняты[: {heldBy}].",
  "diagnosis/server-license-missing": "Нет лицензии на сервер.",
  "diagnosis/licenses-not-given": "База или сервис лицензирования настроены так, что лицензии не выдаются.",
  "diagnosis/pin-superseded": "Это прежний компьютер: лицензию перенесли на другой.",
  "diagnosis/pin-cancelled": "Пинкод отменён.",
  "diagnosis/pin-already-activated": "Пинкод уже используется.",
  "diagnosis/pin-not-in-kit": "Пинкод не входит в этот комплект.",
  "diagnosis/pin-mistyped": "Пинкод набран с ошибкой.",
  "diagnosis/other-edition-pin": "Пинкод от другой поставки.",
  "diagnosis/places-taken": "Используется столько лицензий комплекта, сколько в нём есть.",
  "diagnosis/port-blocked": "Брандмауэр или антивирус не пропускает лицензии.",
  "diagnosis/center-unreachable": "Центр лицензирования недоступен.",
  "diagnosis/owner-mismatch": "Данные владельца не те, что при первой регистрации.",
  "diagnosis/other-response": "Ответ относится к другому запросу.",
  "diagnosis/edition-changed": "Обновление сменило поставку: лицензия для другой.",
  "diagnosis/registration-failed":
    "Регистрация конфигурации в центре лицензирования не выполнена. Лицензия не потеряна: это сообщение появляется каждые {everyMinutes} минут.",
  "diagnosis/observation-unread": "Что-то из замеченного прочитать не удалось.",
};

/** What to do. */
export const remedies: Words["remedies"] = {
  nothing: "Ничего делать не нужно.",
  "read-again":
    "Запустите программу с правами администратора и прочитайте параметры компьютера ещё раз[: {~parameters}].",
  superseded: "Лицензию перенесли на другой компьютер[ {@since}]: работайте на нём.",
  "attach-dongle": "Подключите ключ защиты[ {dongles}].",
  "move-dongle": "Подключите остальные ключи к другим компьютерам[: {dongles}].",
  "put-file-back":
    "Верните файл лицензии оттуда, где он хранится; если его нигде нет, восстановите лицензию с её текущим пинкодом.",
  "move-file": "Перенесите файл лицензии[ в {to}], но не копируйте[: {files}].",
  "keep-one-file": "Оставьте один файл лицензии, остальные уберите из этих каталогов[: {files}].",
  "change-setting": "Измените настройку: {~setting} — {~to}.",
  "correct-nethasp-ini": "Исправьте nethasp.ini.",
  "start-dongle-manager": "Запустите менеджер сетевого ключа.",
  "open-ports": "Не выключайте брандмауэр, а откройте в нём эти порты[: {ports}].",
  "grant-access": "Дайте пользователю право читать файл лицензии[: {files}].",
  "set-clock": "Поставьте на этом компьютере правильное время.",
  "release-seats": "Завершите ненужные сеансы или купите ещё лицензии.",
  "correct-owner": "Введите данные владельца точно так, как при первой регистрации[: {~fields}].",
  "check-pin": "Сверьте пинкод с документом комплекта.",
  "use-other-wizard": "Это пинкод поставки «{~edition}»: введите его в программе, к которой он относится.",
  "return-to-edition": "Вернитесь к той поставке, для которой лицензия[: {edition}].",
  "use-another-channel": "Получите лицензию через файл или по телефону.",
  "load-own-response": "Загрузите ответ на свой запрос.",
  "open-kit": "Сначала зарегистрируйте комплект.",
  "same-pin": "Восстановите лицензию с её текущим пинкодом[ {pin}]: резервный не расходуется.",
  "spare-pin":
    "Восстановите лицензию с резервным пинкодом[: {first}].[ {left|Остался|Осталось|Осталось} {left} {left|резервный пинкод|резервных пинкода|резервных пинкодов}.]",
  "acquire-license": "Получите лицензию[ с пинкодом {pin}][ с пинкодом комплекта: {first}].",
  "use-chosen-set": "Возьмите пинкод набора «{~set}»[: {first}].",
  "request-additional-pin": "Запросите в центре лицензирования дополнительный пинкод: резервных не осталось.",
  "ask-center": "Обратитесь в центр лицензирования.",
  purchase: "Купите ещё лицензии.",
};

/** How a computer differs. */
export const findings: Words["findings"] = {
  value: "{~parameter}: было {reference}, стало {observed}.",
  increased: "{~parameter}: было {reference}, стало {observed}; это допустимо.",
  decreased: "{~parameter}: было {reference}, стало {observed}.",
  removed: "{~parameter}: нет {reference}.",
  replaced: "{~parameter}: вместо {reference} теперь {observed}.",
  added: "{~parameter}: добавлено {observed}; это допустимо.",
  unread: "{~parameter}: прочитать не удалось.",
};
