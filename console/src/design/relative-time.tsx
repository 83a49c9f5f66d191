import { useEffect, useState } from 'react';
import { useFormats } from '../i18n/format.ts';
import styles from './small.module.css';

export interface RelativeTimeProps {
  /** ISO 8601. */
  at: string;
  /** Print the moment itself and keep the distance in the title: for records and deadlines. */
  absolute?: boolean;
}

/** A moment, as a distance from now, with the exact moment in the title. Renewed each half minute. */
export function RelativeTime({ at, absolute = false }: RelativeTimeProps) {
  const { relative, moment } = useFormats();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const date = new Date(at);
  const near = relative(date, now);
  const exact = moment(date);
  return (
    <time
      dateTime={at}
      title={absolute ? near : exact}
      className={absolute ? undefined : styles.near}
    >
      {absolute ? exact : near}
    </time>
  );
}
