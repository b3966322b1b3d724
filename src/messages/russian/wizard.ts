import type { WordsFor } from "../words.js";

/** Of the wizard. */
export const wizard: WordsFor<"acquisition"> = {
  "acquisition/acquired-otherwise": "Эту лицензию восстанавливают так же, как получали: {~by}.",
  "acquisition/first-license-otherwise": "Следующую лицензию получают так же, как первую на этом компьютере: {~by}.",
  "acquisition/no-community-license": "Бесплатной лицензии сообщества для этого продукта нет.",
  "acquisition/if-single-user": "Только для однопользовательской лицензии.",
  "acquisition/if-acquired-so": "Только если лицензию и первый раз получали так.",
  "acquisition/if-connected": "Только если связь с центром лицензирования восстановится.",
  "acquisition/if-not-acquired-yet":
    "Лицензия с этим пинкодом здесь уже есть: чтобы получить её снова, выберите восстановление.",
  "acquisition/if-answered": "Для файла, который прислал центр лицензирования.",
  "acquisition/fields-wrong": "Заполните или исправьте отмеченное.",
  "acquisition/save-first": "Сначала сохраните запрос.",
  "acquisition/open-first": "Сначала откройте ответ.",
  "acquisition/working": "Подождите, пожалуйста.",
  "acquisition/failed": "Выберите, как продолжить.",
  "acquisition/ended": "Мастер закрыт.",
  "acquisition/other-step": "Это относится к другому шагу.",
  "acquisition/no-such-button": "Сейчас так поступить нельзя.",
  "acquisition/never-asked": "Об этом никто не просил ({effect}).",
  "acquisition/no-longer-asked": "Это больше не нужно ({effect}).",
  "acquisition/other-outcome": "Это не ответ на то, о чём просили ({type}).",
  "acquisition/other-version": "Это сохранено другой версией программы. Начните заново.",
  "acquisition/damaged": "Сохранённое повреждено. Начните заново.",
  "acquisition/required": "Это поле нужно заполнить.",
  "acquisition/unfit-text": "Текст слишком длинный или в нём есть невидимые знаки.",
  "acquisition/not-a-host": "Это не имя и не адрес сервера.",
  "acquisition/not-a-port": "Порт — число от {least} до {most}.",
  "acquisition/server-needed": "Эта лицензия устанавливается на сервер: укажите его.",
  "acquisition/not-chosen": "Выберите вариант.",
  "acquisition/undetermined":
    "Не прочитано и могло измениться: {~unread}. Прочитайте ещё раз или снимите флажок и потратьте резервный пинкод.",
  "acquisition/spending-not-confirmed": "Подтвердите, что резервный пинкод будет потрачен.",
  "acquisition/spare-is-current": "Резервный пинкод должен отличаться от текущего.",
  "acquisition/not-confirmed-yet": "Ещё не подтверждено.",
  "acquisition/two-sets":
    "Внимание! В комплекте на 5, 10 или 20 пользователей два набора пинкодов: однопользовательские для рабочих станций и многопользовательские для сервера. Первый использованный пинкод решает навсегда: другой набор перестаёт действовать.[ Здесь подходят {~set}.]",
  "acquisition/kind-unknown":
    "Однопользовательскую лицензию ставят на рабочую станцию или на сервер, многопользовательскую и серверную — только на сервер и не по телефону.",
  "acquisition/nothing-changed": "Компьютер не изменился: достаточно текущего пинкода.",
  "acquisition/changed": "Компьютер изменился: {~findings}. Нужен резервный пинкод.",
  "acquisition/not-unchanged":
    "Компьютер изменился: {~findings}. Снимите флажок и укажите резервный пинкод, иначе центр лицензирования откажет.",
  "acquisition/spare-not-needed":
    "Компьютер не изменился: резервный пинкод центр лицензирования не примет. Подтвердите, что ничего не изменилось.",
  "acquisition/owner-data-saved": "Данные сохранены. Храните файл: он понадобится для восстановления.",
  "acquisition/owner-data-not-saved":
    "Сохранить не удалось. Повторите или запишите данные: они понадобятся для восстановления.",
  "acquisition/load-owner-data": "Если при первой регистрации данные сохраняли (licdata.txt), загрузите этот файл.",
  "acquisition/request-saved": "Запрос сохранён. Отправьте файл в центр лицензирования.",
  "acquisition/dictate-again": "Оператор не подтвердил эту строку: попросите продиктовать её ещё раз.",
  "acquisition/cannot-tell":
    "Изменился ли компьютер, сказать нельзя: не удалось прочитать: {~findings}. Прочитайте ещё раз с правами администратора.",
  "acquisition/first-license-yields":
    "Первую лицензию на этом компьютере получали иначе, но эту так получить нельзя: выберите из этих способов.",
  "acquisition/acquired-yields": "Эту лицензию получали иначе, но так её не восстановить: выберите из этих способов.",
  "acquisition/needs-server": "Эту лицензию раздаёт сервер: на этом компьютере она работать не будет.",
  "acquisition/save-owner-data":
    "Сохраните эти данные в файл: для восстановления лицензии их придётся ввести снова с точностью до знака.",
  "acquisition/no-open-request": "Незавершённого запроса нет: установить можно только лицензию для этого компьютера.",
  "acquisition/community-terms": "Лицензия сообщества бесплатна: не больше 3 сеансов на базу, 7 дней.",
  "acquisition/center-unreachable": "Центр лицензирования недоступен.",
  "acquisition/not-readable": "Не удалось прочитать параметры компьютера.",
  "acquisition/not-saved": "Не удалось сохранить файл.",
  "acquisition/not-opened": "Не удалось открыть файл.",
  "acquisition/not-encoded": "Не удалось подготовить цифры для телефона.",
  "acquisition/not-installed": "Не удалось сохранить лицензию.",
  "acquisition/not-answered": "Данных для запроса не хватает: вернитесь и проверьте их.",
};
