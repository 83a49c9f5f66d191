import { useLingui } from '@lingui/react';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Dialog } from '../design/dialog.tsx';
import { Kbd } from '../design/kbd.tsx';
import { usePreference } from '../design/preference.ts';
import { Switch } from '../design/switch.tsx';
import styles from './shortcuts.module.css';

interface Shortcut {
  /** One character as `KeyboardEvent.key` gives it: `j`, `?`, `A` with shift. */
  key: string;
  label: string;
  run: () => void;
}

interface Register {
  add: (shortcut: Shortcut) => () => void;
  showHelp: () => void;
}

const Shortcuts = createContext<Register | null>(null);
const onOff = ['on', 'off'] as const;

/** Where keys mean something else. An open window holds focus, so it is found from the target. */
const ownKeys =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, ' +
  '[role="listbox"], [role="menu"], [role="dialog"], [role="alertdialog"]';

function takesKeys(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.closest(ownKeys) !== null)
  );
}

/**
 * Listens for single keys, outside of fields and windows. They can be switched off (WCAG 2.1.4);
 * `?` lists those of the screen.
 */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [enabled, setEnabled] = usePreference('shortcuts', onOff, 'on');
  const [help, setHelp] = useState<readonly Shortcut[] | null>(null);
  const all = useRef(new Set<Shortcut>());

  const register = useMemo<Register>(
    () => ({
      add: (shortcut) => {
        all.current.add(shortcut);
        return () => all.current.delete(shortcut);
      },
      showHelp: () => setHelp([...all.current]),
    }),
    [],
  );

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (enabled === 'off' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || takesKeys(event.target)) return;
      if (event.key === '?') {
        register.showHelp();
        return;
      }
      const found = [...all.current].findLast((shortcut) => shortcut.key === event.key);
      if (!found) return;
      event.preventDefault();
      found.run();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [enabled, register]);

  return (
    <Shortcuts value={register}>
      {children}
      <ShortcutHelp
        shortcuts={help}
        enabled={enabled === 'on'}
        onEnable={(on) => setEnabled(on ? 'on' : 'off')}
        onClose={() => setHelp(null)}
      />
    </Shortcuts>
  );
}

/** Runs something on a single key while the component is on screen. The last one added wins. */
export function useShortcut(key: string, label: string, run: () => void): void {
  const register = useContext(Shortcuts);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(
    () => register?.add({ key, label, run: () => latest.current() }),
    [register, key, label],
  );
}

/** Opens the list of keys. */
export function useShortcutHelp(): () => void {
  const register = useContext(Shortcuts);
  return () => register?.showHelp();
}

interface ShortcutHelpProps {
  shortcuts: readonly Shortcut[] | null;
  enabled: boolean;
  onEnable: (on: boolean) => void;
  onClose: () => void;
}

function ShortcutHelp({ shortcuts, enabled, onEnable, onClose }: ShortcutHelpProps) {
  const { _ } = useLingui();
  return (
    <Dialog title={_('Keyboard')} isOpen={shortcuts !== null} onClose={onClose}>
      <Switch isSelected={enabled} onChange={onEnable}>
        {_('Single-key shortcuts')}
      </Switch>
      <dl className={styles.keys}>
        {[...(shortcuts ?? []), { key: '?', label: _('This list') }].map((shortcut) => (
          <div key={shortcut.key}>
            <dt>
              <Kbd keys={[shortcut.key]} />
            </dt>
            <dd>{shortcut.label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
