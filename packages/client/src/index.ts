/** Typed SDK over the contract, and verification of what a desk sends. */
export { createClient, type Client, type ClientOptions } from './client.ts';
export { ApiProblem, ConnectionProblem } from './problems.ts';
export { signWebhook, verifyWebhook, WebhookError, type WebhookHeaders } from './webhook.ts';
