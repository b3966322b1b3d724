/** Days from 1970 on, counted one year and one month at a time. */
export function daysBefore(year: number, month: number, day: number): number {
  let days = day - 1;
  for (let past = 1970; past < year; past++) days += isLeap(past) ? 366 : 365;
  const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  for (const length of lengths.slice(0, month - 1)) days += length;
  return days;
}

export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The first moment after the month that four digits say; of `0000` none. */
export function endOf(payload: string): number | undefined {
  if (payload === "0000") return undefined;
  const [year, month] = [2000 + Number(payload.slice(0, 2)), Number(payload.slice(2))];
  return 86_400_000 * (month === 12 ? daysBefore(year + 1, 1, 1) : daysBefore(year, month + 1, 1));
}
