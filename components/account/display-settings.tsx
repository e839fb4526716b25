'use client';

import { parseTheme } from '#components/layout/theme.ts';
import { useTheme } from '#components/layout/use-theme.ts';
import { useClock } from '#components/ui/clock.tsx';
import { Field } from '#components/ui/field.tsx';
import { compactTime, exactTime, relativeTime } from '#components/ui/format-time.ts';
import { Section } from '#components/ui/section.tsx';
import { Select } from '#components/ui/select.tsx';
import { PreferencesWaiting } from './preferences-waiting.tsx';
import { SavedNote } from './saved-note.tsx';
import { TimeZonePicker } from './time-zone-picker.tsx';
import { usePreferences } from './use-preferences.ts';

const themes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'system', label: 'As the system' },
];

/** In which zone and form times are shown, and light or dark. Each choice is kept at once, for every browser. */
export function DisplaySettings() {
  const clock = useClock();
  const [theme, setTheme] = useTheme();
  const { query, shown, save, saved } = usePreferences();
  const earlier = new Date(clock.now - 3 * 60_000).toISOString();
  return (
    <Section
      title="How things are shown"
      description="Goes with you to every browser in which you sign in."
      actions={<SavedNote shown={saved} />}
    >
      {shown ? (
        <div className="grid gap-4 pt-1 sm:grid-cols-2">
          <Field
            label="Time zone"
            help={`For example ${exactTime(new Date(clock.now).toISOString(), clock.timeZone)}`}
          >
            <TimeZonePicker value={shown.timeZone} onChange={(timeZone) => save({ timeZone })} />
          </Field>
          <Field label="Times in lists" help="The other form shows when you point at a time.">
            <Select
              value={shown.times}
              onChange={(event) => save({ times: event.target.value === 'exact' ? 'exact' : 'relative' })}
              options={[
                {
                  value: 'relative',
                  label: `Relative (${relativeTime(earlier, clock.now, clock.timeZone)})`,
                },
                { value: 'exact', label: `Exact (${compactTime(earlier, clock.now, clock.timeZone)})` },
              ]}
            />
          </Field>
          <Field label="Theme">
            <Select
              value={theme}
              onChange={(event) => {
                const chosen = parseTheme(event.target.value);
                setTheme(chosen);
                save({ theme: chosen });
              }}
              options={themes}
            />
          </Field>
        </div>
      ) : (
        <PreferencesWaiting query={query} />
      )}
    </Section>
  );
}
