import { describe, expect, it } from '@jest/globals';
import { newWebhookSecret, signedHeaders } from './signature.js';

describe('a signature', () => {
  it('is that of the Standard Webhooks specification', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const headers = signedHeaders(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}');
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('differs with every secret, id, second and body', () => {
    const [one, other] = [newWebhookSecret(), newWebhookSecret()];
    const made = [
      signedHeaders(one, 'a', 1, '{}'),
      signedHeaders(other, 'a', 1, '{}'),
      signedHeaders(one, 'b', 1, '{}'),
      signedHeaders(one, 'a', 2, '{}'),
      signedHeaders(one, 'a', 1, '{ }'),
    ].map((headers) => headers['webhook-signature']);
    expect(new Set(made).size).toBe(made.length);
  });
});
