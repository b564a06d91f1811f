import type { SchemaRow } from "../resource-schema";

export const iamSchemas: Readonly<Record<string, SchemaRow>> = {
  "aws:iam/accessKey:AccessKey": {
    required: "user",
    outputs: "createDate encryptedSecret encryptedSesSmtpPasswordV4 keyFingerprint secret sesSmtpPasswordV4",
    replaceUnknown: true,
    global: true,
  },
  "aws:iam/group:Group": {
    outputs: "arn uniqueId",
    computed: "name",
    replaceUnknown: true,
    global: true,
  },
  "aws:iam/groupPolicy:GroupPolicy": {
    required: "group policy",
    computed: "name namePrefix",
    replaceUnknown: true,
    global: true,
  },
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": {
    required: "group policyArn",
    replaceUnknown: true,
    global: true,
  },
  "aws:iam/instanceProfile:InstanceProfile": {
    replace: "path",
    replaceUncertain: "name namePrefix",
    outputs: "arn createDate tagsAll uniqueId",
    computed: "name namePrefix",
    global: true,
  },
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
    required: "clientIdLists url",
    outputs: "arn tagsAll",
    computed: "thumbprintLists",
    replaceUnknown: true,
    global: true,
  },
  "aws:iam/policy:Policy": {
    required: "policy",
    replace: "path description",
    replaceUncertain: "name namePrefix",
    outputs: "arn attachmentCount policyId tagsAll",
    computed: "name namePrefix",
    global: true,
  },
  "aws:iam/role:Role": {
    required: "assumeRolePolicy",
    replace: "path",
    replaceUncertain: "name namePrefix",
    outputs: "arn createDate tagsAll uniqueId",
    computed: "inlinePolicies managedPolicyArns name namePrefix",
    global: true,
  },
  "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive": {
    required: "policyNames roleName",
    replaceUnknown: true,
    global: true,
  },
  "aws:iam/rolePolicy:RolePolicy": {
    required: "policy role",
    replaceUncertain: "name namePrefix role",
    computed: "name namePrefix",
    global: true,
  },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
    required: "policyArn role",
    replaceUncertain: "role policyArn",
    global: true,
  },
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": {
    required: "policyArns roleName",
    replaceUnknown: true,
    global: true,
  },
  "aws:iam/serviceLinkedRole:ServiceLinkedRole": {
    required: "awsServiceName",
    outputs: "arn createDate name path tagsAll uniqueId",
    replaceUnknown: true,
    global: true,
  },
  "aws:iam/user:User": {
    outputs: "arn tagsAll uniqueId",
    computed: "name",
    replaceUnknown: true,
    global: true,
  },
  "aws:iam/userPolicy:UserPolicy": {
    required: "policy user",
    computed: "name namePrefix",
    replaceUnknown: true,
    global: true,
  },
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": {
    required: "policyArn user",
    replaceUnknown: true,
    global: true,
  },
};
