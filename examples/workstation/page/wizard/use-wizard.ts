import { useEffect, useSyncExternalStore } from "react";
import type { Ended } from "licit/acquisition";
import type { Glance, Session } from "./session.js";

/** What there is to be seen of a session; closes it when the wizard has ended, and keeps it when the page goes. */
export function useWizard(session: Session, onClose: (how: Ended["how"]) => void): Glance {
  const glance = useSyncExternalStore(session.subscribe, session.look);
  const how = glance.view.ended?.how;

  useEffect(() => {
    if (how === undefined) return;
    let here = true;
    // Kept, or forgotten, before the home asks what is stored.
    void session.keeper.flush().then(() => {
      if (here) onClose(how);
    });
    return () => {
      here = false;
    };
  }, [how, session, onClose]);

  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === "hidden") void session.keeper.flush(true);
    };
    const unload = () => void session.keeper.flush(true);
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("pagehide", unload);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      window.removeEventListener("pagehide", unload);
    };
  }, [session]);

  return glance;
}
