/** Days from 1970 on, counted one year and one month at a time. */
export function daysBefore(year: number, month: number, day: number): number {
  let days = day - 1;
  for (let past = 1970; past < year; past++) days += isLeap(past) ? 366 : 365;
  const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  for (const length of lengths.slice(0, month - 1)) days += length;
  return days;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
