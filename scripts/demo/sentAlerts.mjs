import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../console/steps.mjs';
import { fingerprintOf } from './alertmanager.mjs';

/**
 * The alerts that fire at the moment, as Alertmanager remembers them: one that is sent again is the
 * same one since the same time, and only one that fires can end.
 */
export class SentAlerts {
  #file;
  #firing;

  static in(dataFolder) {
    const file = join(dataFolder, 'demo-alerts.json');
    return new SentAlerts(
      file,
      existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {},
    );
  }

  constructor(file, firing) {
    this.#file = file;
    this.#firing = firing;
  }

  fire({ service, name, severity }) {
    const labels = {
      alertname: name,
      service,
      severity,
      environment: 'production',
    };
    const key = fingerprintOf({ alertname: name, service });
    this.#firing[key] ??= {
      labels,
      annotations: {
        summary: `${name} on ${service}`,
        description: `Sent by hand to see what an alert on ${service} does.`,
      },
      startsAt: new Date().toISOString(),
    };
    return this.#firing[key];
  }

  resolve({ service, name }) {
    const key = fingerprintOf({ alertname: name, service });
    const alert = this.#firing[key];
    if (!alert) {
      throw new Failure(
        `No alert ${name} fires on ${service}.`,
        `Send it first: npm run demo:alert -- ${service} --name ${name}`,
      );
    }
    delete this.#firing[key];
    return { ...alert, endsAt: new Date().toISOString() };
  }

  save() {
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify(this.#firing, null, 2));
  }
}
