import { placeInWords } from "licit/messages";
import { pinShown } from "../formats.js";
import { useSpeech } from "../speech.js";
import { choiceWords } from "../fields/choice-words.js";
import type { InstallationView } from "./view-parts.js";

/** What is installed, and where. What is not known is left out. */
export function InstallationFacts({ installation }: { readonly installation: InstallationView }) {
  const { words, labels, language, term } = useSpeech();
  const { product, kind, kit, pin, channel, operation, supersededPin, file } = installation;
  const { installation: own } = words;
  const facts: readonly (readonly [name: string, value: string | null])[] = [
    [own.product, product],
    [labels.fields.kind, kind === "community" ? labels.community : choiceWords(labels, "kind", kind).name],
    [labels.fields.kit, kit],
    [labels.fields.pin, pin && pinShown(pin)],
    [own.supersededPin, supersededPin && pinShown(supersededPin)],
    [own.place, placeInWords(installation, language)],
    [labels.fields.channel, channel && term(channel)],
    [labels.fields.operation, operation && operationInWords(operation)],
    [own.file, file],
  ];

  function operationInWords(name: NonNullable<InstallationView["operation"]>): string {
    return labels.choices[name === "first-time" ? "operation:first-time" : "operation:recovery"].name;
  }

  return (
    <dl className="installation">
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
