import type { SdkType } from '@aws-sdk/client-api-gateway'

const required = (name: string, friendlyName: string, description: string) => ({
  name,
  friendlyName,
  description,
  required: true,
})

const prefix = [required('classPrefix', 'Prefix', 'The prefix of the classes of the client')]

/** Ids and parameters as documented; names and descriptions are guessed. */
export const sdkTypes: (SdkType & { id: string })[] = [
  {
    id: 'android',
    friendlyName: 'Android',
    description: 'A client for Android',
    configurationProperties: [
      required('groupId', 'Group ID', 'The group of the client as Maven knows it'),
      required('artifactId', 'Artifact ID', 'The name of the client as Maven knows it'),
      required('artifactVersion', 'Artifact version', 'The version of the client'),
      required('invokerPackage', 'Package name', 'The package of the client'),
    ],
  },
  {
    id: 'java',
    friendlyName: 'Java SDK',
    description: 'A client for Java',
    configurationProperties: [
      required('serviceName', 'Service Name', 'The name of the service in the client'),
      required('javaPackageName', 'Java Package Name', 'The package of the client'),
    ],
  },
  { id: 'javascript', friendlyName: 'JavaScript', description: 'A client for JavaScript' },
  {
    id: 'objectivec',
    friendlyName: 'iOS (Objective-C)',
    description: 'A client for iOS',
    configurationProperties: prefix,
  },
  {
    id: 'ruby',
    friendlyName: 'Ruby',
    description: 'A client for Ruby',
    configurationProperties: [required('service.name', 'Service Name', 'The name of the service in the client')],
  },
  { id: 'swift', friendlyName: 'iOS (Swift)', description: 'A client for iOS', configurationProperties: prefix },
]
