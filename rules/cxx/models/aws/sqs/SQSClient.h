// Model of the AWS SDK's client of SQS: how it is made. Declarations only.
#pragma once

#include <aws/core/Aws.h>

namespace Aws {
namespace SQS {

class SQSClient : public Client::AWSClient {
 public:
  explicit SQSClient(const Client::ClientConfiguration& config = Client::ClientConfiguration());
  SQSClient(const Auth::AWSCredentials& credentials, const Client::ClientConfiguration& config);
  SQSClient(const std::shared_ptr<Auth::AWSCredentialsProvider>& provider,
             const Client::ClientConfiguration& config);
};

}  // namespace SQS
}  // namespace Aws
