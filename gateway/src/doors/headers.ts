import helmet from 'helmet';
import type { RequestHandler } from 'express';

/** Answers are data, not pages: a browser that is made to show one loads and runs nothing. Pages send their own policy. */
export function sendsHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
  });
}
