import type { FormattedExecutionResult } from 'graphql';
import type { Limits } from './limits';
import { tooCostly } from './too-costly';

/** For Apollo Server's `stringifyResult`: an error in place of an answer that is too large. */
export function writesAnswers({ answerBytes }: Pick<Limits, 'answerBytes'>) {
  return (answer: FormattedExecutionResult): string => {
    const text = `${JSON.stringify(answer)}\n`;
    const bytes = Buffer.byteLength(text);
    if (bytes > answerBytes && 'data' in answer) {
      throw tooCostly(
        `The answer has ${bytes} bytes; ${answerBytes} are allowed. Ask for smaller pages (first) or fewer fields.`,
      );
    }
    return text;
  };
}
