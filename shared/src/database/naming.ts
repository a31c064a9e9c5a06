import { DefaultNamingStrategy } from 'typeorm';

/** Column names as PostgreSQL writes them: `lastEventOn` is `last_event_on`. */
export class SnakeCaseNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName || propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
