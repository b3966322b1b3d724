import { test } from "vitest";
import { openOffice } from "./office.ts";

const ROUNDS = 9;

// A figure, and no test: nothing depends on time.
test("how long until the page can be used: from the address to a button that can be pressed", async () => {
  const office = await openOffice();
  try {
    const { person } = await office.workstation("en");
    const { page } = person;
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const begun = performance.now();
      await page.reload({ waitUntil: "commit" });
      await page.getByRole("button", { name: person.words.home.start }).waitFor();
      times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    const [median = 0, most = 0] = [times[ROUNDS >> 1], times.at(-1)];
    console.log(`usable after ${Math.round(median)} ms (median of ${ROUNDS}), ${Math.round(most)} ms at most`);
  } finally {
    await office.close();
  }
});
