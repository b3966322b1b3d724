import type { Pin, PinRecord } from "../pins/index.js";
import type { LicenseRecord, RegisteredKit } from "./state.js";

/** Licenses in pages, in the order of the PINs they were first acquired with: what an event copies does not grow with the kit. */
type Pages = RegisteredKit["licenses"];

/** Licenses of a page (included). */
const PAGE = 64;

/** The license that was first acquired with a PIN. */
export function licenseOf(pages: Pages, acquiredWith: Pin): LicenseRecord | undefined {
  const page = pages[pageOf(pages, acquiredWith)] ?? [];
  const found = page[placeIn(page, acquiredWith)];
  return found?.acquiredWith === acquiredWith ? found : undefined;
}

/** The license that runs, or ran, under a PIN. */
export function recordOf({ licenses }: RegisteredKit, pin: PinRecord | undefined): LicenseRecord | undefined {
  if (pin === undefined || pin.state === "unused" || pin.acquiredWith === null) return undefined;
  return licenseOf(licenses, pin.acquiredWith);
}

/** The pages with a license put in, or in the place of what it was. */
export function withLicense(pages: Pages, license: LicenseRecord): Pages {
  const at = pageOf(pages, license.acquiredWith);
  const page = pages[at]?.slice() ?? [];
  const place = placeIn(page, license.acquiredWith);
  page.splice(place, page[place]?.acquiredWith === license.acquiredWith ? 1 : 0, license);
  const copy = pages.slice();
  if (page.length <= PAGE) copy[at] = page;
  else copy.splice(at, 1, page.slice(0, PAGE >> 1), page.slice(PAGE >> 1));
  return copy;
}

/** The pages of a list of licenses, whatever its order. */
export function pagesOf(licenses: readonly LicenseRecord[]): Pages {
  const sorted = [...licenses].sort((a, b) => (a.acquiredWith < b.acquiredWith ? -1 : 1)); // digits of one length
  return Array.from({ length: Math.ceil(sorted.length / PAGE) }, (_, at) => sorted.slice(at * PAGE, (at + 1) * PAGE));
}

/** The last page that begins at or before a PIN. */
function pageOf(pages: Pages, pin: Pin): number {
  return Math.max(0, firstWhere(pages.length, (at) => (pages[at]?.[0]?.acquiredWith ?? "") > pin) - 1);
}

/** The first place of a page that is not before a PIN. */
function placeIn(page: readonly LicenseRecord[], pin: Pin): number {
  return firstWhere(page.length, (at) => (page[at]?.acquiredWith ?? "") >= pin);
}

/** The first index for which something holds, of indexes for which it holds from somewhere on. */
function firstWhere(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
