import { useEffect } from 'react';
import { readLink } from './link';
import { useOpenTab } from './use-open-tab';

/** Follows a deep link that is entered while the page is already open (the browser then changes the hash only). */
export function DeepLinks() {
  const openTab = useOpenTab();
  useEffect(() => {
    const follow = () => {
      const operation = readLink(location.hash);
      if (operation) openTab(operation);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [openTab]);
  return null;
}
