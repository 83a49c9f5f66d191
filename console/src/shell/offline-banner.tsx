import { useLingui } from '@lingui/react';
import { useSyncExternalStore } from 'react';
import { Icon } from '../design/icon.tsx';
import styles from './frame.module.css';

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Says that the network is gone, and that nothing typed is lost by it. */
export function OfflineBanner() {
  const { _ } = useLingui();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <output className={styles.banner}>
      {!online && (
        <p className={styles.offline}>
          <Icon name="offline" />
          {_('No connection. What you have typed stays here; nothing is sent until it is back.')}
        </p>
      )}
    </output>
  );
}
