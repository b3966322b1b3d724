/** A value, now or later: an implementation may be a server behind an adapter. */
export type Eventually<T> = T | Promise<T>;
