import { AbstractLogger, type LogLevel, type LogMessage } from 'typeorm';

/** Hands TypeORM's statements to an observer instead of writing them out: statements can hold personal data. */
export class StatementObserver extends AbstractLogger {
  constructor(private readonly onStatement: (sql: string) => void = () => undefined) {
    super(['query']);
  }

  protected override writeLog(_level: LogLevel, message: LogMessage | LogMessage[]): void {
    for (const entry of this.prepareLogMessages(message, { highlightSql: false, appendParameterAsComment: false })) {
      if (entry.type === 'query') this.onStatement(String(entry.message));
    }
  }
}
