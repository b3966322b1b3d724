import { useEffect } from "react";

/** The title of the window: a screen reader says it, and a list of windows shows it. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
