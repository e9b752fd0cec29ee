// Model of the AWS SDK's client of STS: how it is made. Declarations only.
#pragma once

#include <aws/core/Aws.h>

namespace Aws {
namespace STS {

class STSClient : public Client::AWSClient {
 public:
  explicit STSClient(const Client::ClientConfiguration& config = Client::ClientConfiguration());
  STSClient(const Auth::AWSCredentials& credentials, const Client::ClientConfiguration& config);
  STSClient(const std::shared_ptr<Auth::AWSCredentialsProvider>& provider,
             const Client::ClientConfiguration& config);
};

}  // namespace STS
}  // namespace Aws
