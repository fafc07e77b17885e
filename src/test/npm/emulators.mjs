// Amazon's SES and SNS as others rebuilt them, on two free ports of this machine, for as long as somebody holds our input open.
import express from "express";
import ses from "./node_modules/aws-ses-v2-local/dist/index.js";
import { SNSServer } from "./node_modules/serverless-offline-sns/dist/sns-server.js";

const host = "127.0.0.1";
const mail = await ses.default({ host, port: 0 });
const app = express();
new SNSServer(() => {}, app, "eu-west-2", "123456789012");
const texts = app.listen(0, host, () => console.log(`ready ${mail.address().port} ${texts.address().port}`));
process.stdin.on("end", () => process.exit()).resume();
