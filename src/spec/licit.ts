import { wizard } from "../acquisition/index.js";
import * as allocation from "../allocation/index.js";
import * as center from "../center/index.js";
import * as diagnosis from "../diagnosis/index.js";
import * as fingerprint from "../fingerprint/index.js";
import { countryOf } from "../owner/countries/index.js";
import * as license from "../license/index.js";
import * as owner from "../owner/index.js";
import * as phone from "../phone/index.js";
import * as pins from "../pins/index.js";
import * as platform from "../platform/index.js";
import { modelPorts } from "./license/model-ports.js";
import type { Subject } from "./subject.js";

/** This library as a subject of its own specification. */
export const licit: Required<Subject> = {
  acquisition: { wizard },
  allocation,
  center,
  diagnosis,
  fingerprint,
  license: { ...license, ports: modelPorts },
  owner: { ...owner, countryOf },
  phone,
  pins,
  platform,
};
