/** One sheet for all pages: no fonts, no images, no scripts. */
export const style = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6675; --line: #d9dee6; --paper: #fff; --back: #f4f6f9; --mark: #1f5fbf; --good: #1b7f4d; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #9aa6b6; --line: #37414f; --paper: #1b222c; --back: #12171e; --mark: #7fb0ff; --good: #6fd6a3; --bad: #ff9a92; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
header { background: var(--paper); border-bottom: 1px solid var(--line); }
header > div, main { max-width: 62rem; margin: 0 auto; padding: 0.8rem 1.2rem; }
header > div { display: flex; flex-wrap: wrap; gap: 0.4rem 1.4rem; align-items: baseline; }
header strong { margin-right: auto; }
main { padding-bottom: 4rem; }
a { color: var(--mark); }
h1 { font-size: 1.6rem; margin: 1.2rem 0 0.4rem; }
h2 { font-size: 1.15rem; margin: 1.8rem 0 0.5rem; }
.lead, .hint { color: var(--soft); }
section, form.card { overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: 0.6rem; padding: 1rem 1.2rem; margin: 1rem 0; }
section > h2:first-child, form > h2:first-child, form > p:first-child { margin-top: 0; }
label { display: block; margin: 0.7rem 0 0.2rem; font-weight: 600; }
label.check { font-weight: 400; display: flex; gap: 0.5rem; align-items: baseline; }
input, select, textarea, button { font: inherit; color: inherit; }
input[type=text], input[type=password], input[type=email], select, textarea { display: block; width: 100%; max-width: 34rem; padding: 0.45rem 0.6rem; border: 1px solid var(--line); border-radius: 0.4rem; background: var(--back); }
textarea { min-height: 6rem; font-family: ui-monospace, monospace; max-width: 100%; }
button { padding: 0.5rem 1.1rem; margin: 0.9rem 0.6rem 0 0; border: 1px solid var(--mark); border-radius: 0.4rem; background: var(--paper); color: var(--mark); cursor: pointer; }
button.main, a.main { background: var(--mark); color: var(--paper); }
a.main { display: inline-block; padding: 0.5rem 1.1rem; border-radius: 0.4rem; text-decoration: none; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: 0.94rem; }
th, td { text-align: left; padding: 0.35rem 0.7rem 0.35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: break-word; }
th { color: var(--soft); font-weight: 600; }
.digits { font-family: ui-monospace, monospace; letter-spacing: 0.03em; white-space: nowrap; }
.good { color: var(--good); font-weight: 600; }
.bad { color: var(--bad); font-weight: 600; }
ol.dictation { list-style: none; padding: 0; max-width: 40rem; }
ol.dictation label { display: flex; gap: 1rem; align-items: baseline; padding: 0.5rem 0.8rem; margin: 0; border: 1px solid transparent; border-radius: 0.4rem; font-weight: 400; }
ol.dictation .digits { font-size: 1.35rem; }
ol.dictation li:has(:checked) { opacity: 0.5; }
ol.dictation li:not(:has(:checked)):not(li:not(:has(:checked)) ~ li) label { border-color: var(--mark); background: var(--back); }
details > form { margin-top: 0.4rem; }
`;
