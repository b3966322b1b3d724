import type { WordsFor } from "../words.js";

/** Of the core, of computers, owners and keys. */
export const basics: WordsFor<"core" | "fingerprint" | "owner" | "signing"> = {
  "core/invalid-input": "Здесь ошибки: {faults}.",
  "core/not-utf8": "Это не текст в UTF-8: ошибка в байте {#at}.",
  "core/not-hex": "Это не шестнадцатеричные цифры: ошибка в знаке {#at}.",
  "core/not-canonical": "Это не замкнутый JSON.",
  "core/wrong-digit-count": "Нужно цифр: {expected}, а здесь: {length}.",
  "core/not-a-digit": "Знак {#at} — не цифра.",
  "core/not-opened": "Это запечатано не для этого ключа или изменено.",
  "fingerprint/weak-binding":
    "Чтобы отличить этот компьютер от других, прочитано слишком мало: {~missing}. Прочитайте ещё раз с правами администратора.",
  "fingerprint/unknown-change": "Изменение {#at} неизвестно.",
  "fingerprint/unknown-parameter": "Изменение {#at}: не ключевой параметр: {path}.",
  "fingerprint/list-not-read": "Изменение {#at} относится к списку, который не прочитан: {~list}.",
  "fingerprint/no-such-device": "Изменение {#at}: такого устройства нет.",
  "fingerprint/invalid-change": "Изменение {#at} записано неправильно.",
  "fingerprint/probe-failed": "Не удалось прочитать параметры компьютера: {reason}.",
  "fingerprint/probe-timed-out": "Компьютер не ответил вовремя. Прочитайте параметры ещё раз.",
  "owner/not-confirmed": "Подтвердите, что для восстановления лицензии понадобятся те же данные с точностью до знака.",
  "signing/wrong-key-length": "У ключа неверная длина.",
  "signing/not-hex": "Ключ записан не шестнадцатеричными цифрами.",
  "signing/not-a-key": "Это не тот ключ.",
  "signing/not-pem": "Это не текст PEM.",
  "signing/key-size": "Ключ слишком мал или слишком велик.",
  "signing/key-exponent": "Показатель ключа не принимается.",
  "signing/broken-key": "Ключ повреждён.",
};

/** Of what is dictated. */
export const phone: WordsFor<"phone"> = {
  "phone/not-text": "Нужны цифры.",
  "phone/not-a-digit": "«{character}» — не цифра (знак {#at}).",
  "phone/digit-of-another-script":
    "«{character}» похоже на {digit}, но это знак другой письменности: наберите {digit}.",
  "phone/text-too-long": "Это слишком длинно: {length} {length|знак|знака|знаков}.",
  "phone/wrong-digit-count": "Нужно цифр: {expected}, а здесь: {digits}.",
  "phone/wrong-row-length": "В строке с контрольным числом {expected} {expected|цифра|цифры|цифр}, а здесь {digits}.",
  "phone/row-mismatch":
    "Строка не сходится с контрольным числом. Попросите продиктовать её ещё раз.[ Возможно, верно: {suggestions}.]",
  "phone/row-checksum": "Строка {row} не сходится с контрольным числом. Попросите продиктовать её ещё раз.",
  "phone/total-checksum": "Цифры не сходятся с общим контрольным числом. Попросите продиктовать всё ещё раз.",
  "phone/total-mismatch":
    "Цифры не сходятся с общим контрольным числом. Попросите продиктовать его ещё раз, затем сверьте строки.",
  "phone/no-such-row": "Строк {rows}: строки {row} нет.",
  "phone/row-waits": "Сначала строка {first}: она ещё не подтверждена.",
  "phone/row-empty": "В строке {row} ещё ничего не набрано.",
  "phone/rows-missing": "Строка {first} ещё не подтверждена.",
  "phone/already-complete": "Все цифры уже приняты.",
  "phone/unknown-command": "С ответом так поступить нельзя.",
  "phone/reserved-operation": "Эти цифры — не запрос: операции {digit} нет.",
  "phone/no-such-month": "Эти цифры — не ответ: месяца {payload} нет.",
  "phone/signature-out-of-range": "Эти цифры — не ответ. Сверьте их с продиктованными.",
  "phone/single-user-only": "По телефону можно получить только однопользовательскую лицензию.",
  "phone/standard-pins-only": "По телефону можно получить лицензию только с пинкодом из 15 цифр.",
};

/** Of nethasp.ini. */
export const nethasp: WordsFor<"nethasp"> = {
  "nethasp/no-section": "В nethasp.ini нет секции {section}.",
  "nethasp/tcpip-not-enabled": "В nethasp.ini должно быть NH_TCPIP = Enabled[ (строка {line}: {value})].",
  "nethasp/no-address": "В nethasp.ini не указан менеджер лицензий: нет NH_SERVER_ADDR.",
  "nethasp/bad-address": "nethasp.ini, строка {line}: «{address}» — не адрес.",
  "nethasp/names-unpaired":
    "nethasp.ini, строка {line}: {names} {names|имя|имени|имён} на {addresses} {addresses|адрес|адреса|адресов}.",
  "nethasp/name-not-listed": "nethasp.ini, строка {line}: имени «{name}» нет в NHS_SERVERNAMES.",
  "nethasp/bad-port": "nethasp.ini, строка {line}: «{value}» — не порт от 1 до 65535.",
  "nethasp/bad-method": "nethasp.ini, строка {line}: «{value}» — не TCP и не UDP.",
  "nethasp/bad-broadcast": "nethasp.ini, строка {line}: «{value}» — не Enabled и не Disabled.",
  "nethasp/misplaced-key": "nethasp.ini, строка {line}: {key} здесь не действует, его место в {belongs}.",
  "nethasp/repeated-section": "nethasp.ini, строка {line}: секция {section} уже есть в строке {first}, действует тот.",
  "nethasp/repeated-key": "nethasp.ini, строка {line}: {key} уже есть в строке {first}, действует тот.",
  "nethasp/commented-out": "nethasp.ini, строка {line}: {key} стоит только в комментарии.",
  "nethasp/not-a-line": "nethasp.ini, строка {line}: «{text}» ничего не значит.",
  "nethasp/unsound-address": "У менеджера {#manager} нет адреса, который можно записать.",
  "nethasp/unsound-name": "У менеджера {#manager} имя, которое нельзя записать.",
  "nethasp/manager-without-name": "У менеджера {#manager} нет имени, а остальные в файле названы.",
  "nethasp/manager-without-pair": "Менеджер {#manager} пропущен: имена в файле не соответствуют адресам.",
  "nethasp/name-without-pair": "Имя менеджера {#manager} пропущено: у остальных имён нет.",
};
