import { OperatorError } from '../errors';
import { LOG_LEVELS, type LogLevel } from '../logging/logger';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads settings one by one and collects every fault, each with the way to mend it. */
export class EnvironmentReader {
  readonly faults: string[] = [];

  constructor(private readonly environment: Environment) {}

  text(name: string): string | undefined {
    const value = this.environment[name]?.trim();
    return value === '' ? undefined : value;
  }

  requiredText(name: string, meaning: string): string {
    const value = this.text(name);
    if (value === undefined) this.faults.push(`${name} is not set; set it to ${meaning}.`);
    return value ?? '';
  }

  integer(name: string, fallback: number, min: number, max: number): number {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= min && number <= max) return number;
    this.faults.push(`${name} is "${value}"; it must be a whole number from ${min} to ${max}.`);
    return fallback;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.text(name);
    if (value === undefined) return fallback;
    if ((allowed as readonly string[]).includes(value)) return value as T;
    this.faults.push(`${name} is "${value}"; it must be one of ${allowed.join(', ')}.`);
    return fallback;
  }

  url(name: string, protocols: readonly string[]): string | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
    this.faults.push(
      `${name} is not an address of the form ${protocols.map((protocol) => `${protocol}//…`).join(' or ')}.`,
    );
    return undefined;
  }

  requiredUrl(name: string, protocols: readonly string[]): string {
    const value = this.url(name, protocols);
    if (value === undefined && this.text(name) === undefined) {
      this.faults.push(`${name} is not set; set it to an address of the form ${protocols[0]}//….`);
    }
    return value ?? '';
  }

  logLevel(): LogLevel {
    return this.oneOf('LOG_LEVEL', LOG_LEVELS, 'info');
  }

  /** Errors: `OperatorError` with all faults at once. */
  check(): void {
    if (this.faults.length > 0) throw new OperatorError([...new Set(this.faults)].join('\n'));
  }
}

export const POSTGRES_PROTOCOLS = ['postgresql:', 'postgres:'];
