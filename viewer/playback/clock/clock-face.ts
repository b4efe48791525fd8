import { timeOfDay } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import type { Recording } from '../recording.ts';
import { write } from '../write.ts';
import { lightAt } from './light.ts';

/** How long the clock stands still before the fields of date and time follow it (milliseconds): they are read, not watched. */
const stillMilliseconds = 200;

/** What the clock shows: the date and the time, and whether it is night, weekend or a public holiday. */
export class ClockFace {
  readonly element = document.createElement('p');
  private readonly time = document.createElement('span');
  private readonly light = document.createElement('span');
  private filling: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element.className = 'clock-face';
    this.time.className = 'clock';
    this.light.className = 'clock-light';
    this.element.append(this.time, this.light);
  }

  /** @param lit the element that is given the light of the hour, as `data-light` and `data-free` */
  show(recording: Recording, time: number, lit: HTMLElement): void {
    const { isNight, isWeekend, holiday } = lightAt(recording.calendar, time);
    const { playback } = texts();
    const words = recording.inWords(time);
    write(this.time, words.charAt(0).toUpperCase() + words.slice(1));
    const lights = [
      ...(isNight ? [playback.light.night] : []),
      ...(isWeekend ? [playback.light.weekend] : []),
      ...(holiday ? [playback.holidays[holiday]] : []),
    ];
    write(this.light, lights.join(' · '));
    mark(lit, 'light', isNight ? 'night' : 'day');
    mark(lit, 'free', holiday ? 'holiday' : isWeekend ? 'weekend' : 'none');
  }

  /** Lets the fields of date and time follow the clock once it stands still, unless somebody is writing in them. */
  fill(controls: HTMLElement, recording: Recording, time: number): void {
    clearTimeout(this.filling);
    this.filling = setTimeout(() => this.fillNow(controls, recording, time), stillMilliseconds);
  }

  private fillNow(controls: HTMLElement, recording: Recording, time: number): void {
    const clock = Math.floor(recording.calendar.clockOf(time));
    const values = {
      '#playback-date': recording.dateAt(time),
      '#playback-time': timeOfDay(Math.floor(clock / 60), clock % 60).replace('.', ':'),
    };
    const form = controls.querySelector('.date-form');
    if (!form || form.matches(':focus-within') || form.querySelector('[aria-invalid="true"]')) return;
    for (const [selector, value] of Object.entries(values)) {
      const field = form.querySelector<HTMLInputElement>(selector)!;
      if (field.value !== value) field.value = value;
    }
  }
}

function mark(element: HTMLElement, name: string, value: string): void {
  if (element.dataset[name] !== value) element.dataset[name] = value;
}
