import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import { usePreference } from './preference.ts';
import { Switch } from './switch.tsx';
import styles from './quiet-media.module.css';

const onOff = ['on', 'off'] as const;

/** How this person wants to meet images: kept in the browser, blurred and grey until changed. */
export function useQuiet() {
  const [blur, setBlur] = usePreference('media.blur', onOff, 'on');
  const [grey, setGrey] = usePreference('media.grey', onOff, 'on');
  return {
    blur: blur === 'on',
    grey: grey === 'on',
    setBlur: (on: boolean) => setBlur(on ? 'on' : 'off'),
    setGrey: (on: boolean) => setGrey(on ? 'on' : 'off'),
  };
}

/** The two switches, for the person menu and the review screen. */
export function QuietSettings() {
  const { _ } = useLingui();
  const quiet = useQuiet();
  return (
    <>
      <Switch
        isSelected={quiet.blur}
        onChange={quiet.setBlur}
        hint={_('Nothing is shown sharp until you ask for it.')}
      >
        {_('Blur images')}
      </Switch>
      <Switch
        isSelected={quiet.grey}
        onChange={quiet.setGrey}
        hint={_('Without colour, violent images weigh less.')}
      >
        {_('Images in grey')}
      </Switch>
    </>
  );
}

export interface QuietMediaProps {
  src: string;
  /** What is known of the image without looking: kind, size, match. Read out, and shown beside it. */
  alt: string;
  kind?: 'image' | 'video';
}

/**
 * An image or a silent video that stays blurred until asked for. It is shown only on this press:
 * the next one is blurred again.
 */
export function QuietMedia({ src, alt, kind = 'image' }: QuietMediaProps) {
  const { _ } = useLingui();
  const quiet = useQuiet();
  const [shownSource, setShownSource] = useState<string | null>(null);
  const shown = !quiet.blur || shownSource === src;
  const look = classes(styles.media, !shown && styles.blur, quiet.grey && styles.grey);
  return (
    <figure className={styles.figure}>
      <div className={styles.frame}>
        {kind === 'image' ? (
          <img src={src} alt={alt} loading="lazy" decoding="async" className={look} />
        ) : (
          // Reported videos rarely carry captions; sound stays off and the alt text names it.
          // oxlint-disable-next-line jsx-a11y/media-has-caption
          <video
            src={src}
            aria-label={alt}
            controls={shown}
            muted
            preload="none"
            className={look}
          />
        )}
        {!shown && (
          <div className={styles.cover}>
            <Button icon="eye" onPress={() => setShownSource(src)}>
              {_('Show')}
            </Button>
          </div>
        )}
      </div>
      <figcaption className={styles.caption}>
        <span>{alt}</span>
        {shown && quiet.blur && (
          <Button small kind="quiet" icon="hidden" onPress={() => setShownSource(null)}>
            {_('Hide again')}
          </Button>
        )}
      </figcaption>
    </figure>
  );
}
