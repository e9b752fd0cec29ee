// Model of the AWS SDK's client of SNS: how it is made. Declarations only.
#pragma once

#include <aws/core/Aws.h>

namespace Aws {
namespace SNS {

class SNSClient : public Client::AWSClient {
 public:
  explicit SNSClient(const Client::ClientConfiguration& config = Client::ClientConfiguration());
  SNSClient(const Auth::AWSCredentials& credentials, const Client::ClientConfiguration& config);
  SNSClient(const std::shared_ptr<Auth::AWSCredentialsProvider>& provider,
             const Client::ClientConfiguration& config);
};

}  // namespace SNS
}  // namespace Aws
