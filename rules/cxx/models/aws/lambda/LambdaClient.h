// Model of the AWS SDK's client of Lambda: how it is made. Declarations only.
#pragma once

#include <aws/core/Aws.h>

namespace Aws {
namespace Lambda {

class LambdaClient : public Client::AWSClient {
 public:
  explicit LambdaClient(const Client::ClientConfiguration& config = Client::ClientConfiguration());
  LambdaClient(const Auth::AWSCredentials& credentials, const Client::ClientConfiguration& config);
  LambdaClient(const std::shared_ptr<Auth::AWSCredentialsProvider>& provider,
             const Client::ClientConfiguration& config);
};

}  // namespace Lambda
}  // namespace Aws
