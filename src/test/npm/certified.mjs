// A certified OpenID provider, written by others, on a free port of this machine, for as long as somebody holds our input open.
// Whoever comes is signed in at once, as an officer; the arguments are the client's addresses to come back to after signing in and out, and
// for being told of a sign-out, and its secret. A line of our input says at which port the client listens, how far its clock is ahead,
// and how far ours shall be.
import { createServer, request as ask } from "node:http";
import { createInterface } from "node:readline";
import { Provider } from "oidc-provider";

const [redirect, left, told, secret] = process.argv.slice(2);
const host = "127.0.0.1";
const client = { port: 0, ahead: 0, shifted: 0 };
const real = Date.now;
Date.now = () => real() + client.shifted * 1000;
createInterface({ input: process.stdin })
  .on("line", (line) => Object.assign(client, JSON.parse(line)))
  .on("close", () => process.exit());

// The client's host name means something only to itself.
const tell = (address, { method, headers, body }) =>
  new Promise((done, failed) => {
    const { host: name, pathname } = new URL(address);
    ask({ host, port: client.port, path: pathname, method, headers: { ...Object.fromEntries(headers), host: name } }, (answer) => {
      answer.resume();
      console.error(`told ${address}: ${answer.statusCode}`);
      done(new Response(null, { status: answer.statusCode }));
    })
      .on("error", failed)
      .end(body.toString());
  });

const server = createServer().listen(0, host, () => {
  const issuer = `http://${host}:${server.address().port}`;
  const officer = { sub: "officer", name: "PC Gwen Ellis", collar: "2718", groups: ["nwp-officers", "choir"] };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "follow-my-case",
        client_secret: secret,
        redirect_uris: [redirect],
        post_logout_redirect_uris: [left],
        backchannel_logout_uri: told,
        backchannel_logout_session_required: true,
      },
    ],
    claims: { openid: ["sub", "name", "collar", "groups"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    fetch: tell,
    interactions: { url: (ctx, interaction) => `/sign-in/${interaction.uid}` },
    findAccount: () => ({ accountId: officer.sub, claims: () => officer }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
    scopes: ["openid", "profile"],
  });
  const now = () => Math.floor(real() / 1000) + client.ahead;
  server.on("request", (request, response) =>
    request.url.startsWith("/sign-in/")
      ? provider.interactionFinished(request, response, { login: { accountId: officer.sub, ts: now() } })
      : provider.callback()(request, response));
  console.log(`ready ${server.address().port}`);
});
