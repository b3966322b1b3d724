interface RequestFormProperties {
  readonly action: string;
  readonly words: { readonly lead: string; readonly file: string; readonly text: string; readonly submit: string };
}

/** A request file, chosen or pasted. */
export function RequestForm({ action, words }: RequestFormProperties) {
  return (
    <form class="card" method="post" action={action} enctype="multipart/form-data">
      <p class="lead">{words.lead}</p>
      <label for="file">{words.file}</label>
      <input id="file" name="file" type="file" />
      <label for="text">{words.text}</label>
      <textarea id="text" name="text" />
      <button class="main" type="submit">
        {words.submit}
      </button>
    </form>
  );
}
